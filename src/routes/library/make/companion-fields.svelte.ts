import {
	tidyLine,
	tidyPassage,
	type Companion,
	type Depth,
	type Finding,
	type Intent,
	type Prompt,
	type Section,
	type Stance,
	type View
} from '$lib/companion/companion';
import { newId } from '$lib/id/random-id';

/*
 * A companion as form fields: every text as it was typed, white space included, so that nothing changes while one
 * types. What is saved is made from it, and tidied.
 */

/** The form fields of one question. */
export class PromptFields {
	readonly id: string;
	readonly #finding: string | null;
	text = $state('');
	stance = $state<Stance>('recent');
	depth = $state<Depth>('gentle');
	intent = $state<Intent>('notice');
	view = $state<View>('first');
	left = $state('');
	why = $state('');

	/** Creates the fields of a question; of a new one if none is given. */
	constructor(prompt?: Prompt) {
		this.id = prompt?.id ?? newId('q');
		this.#finding = prompt?.finding ?? null;
		if (!prompt) return;
		const { text, stance, depth, intent, view, left, why } = prompt;
		Object.assign(this, { text, stance, depth, intent, view, left: left ?? '', why: why ?? '' });
	}

	get prompt(): Prompt {
		const { id, stance, depth, intent, view } = this;
		return {
			id,
			stance,
			depth,
			intent,
			view,
			finding: this.#finding,
			text: tidyLine(this.text),
			left: tidyLine(this.left) || null,
			why: tidyLine(this.why) || null
		};
	}
}

/** The form fields of one section; its passage is one text, divided by blank lines. */
export class SectionFields {
	readonly id: string;
	name = $state('');
	heading = $state('');
	passage = $state('');
	care = $state('');
	prompts = $state.raw<readonly PromptFields[]>([]);

	/** Creates the fields of a section; of a new one if none is given. */
	constructor(section?: Section) {
		this.id = section?.id ?? newId('part');
		if (!section) return;
		this.name = section.name;
		this.heading = section.heading ?? '';
		this.passage = section.passage.join('\n\n');
		this.care = section.care ?? '';
		this.prompts = section.prompts.map((prompt) => new PromptFields(prompt));
	}

	/** Returns the section of the companion; `number` is its position, from 1. */
	section(number: number): Section {
		return {
			id: this.id,
			number,
			name: tidyLine(this.name),
			heading: tidyLine(this.heading) || null,
			passage: tidyPassage(this.passage),
			// One note, whatever blank lines were typed in it.
			care: tidyPassage(this.care).join('\n') || null,
			prompts: this.prompts.map(({ prompt }) => prompt)
		};
	}
}

/** The form fields of a whole companion. */
export class CompanionFields {
	#id: string;
	readonly #findings: Finding[];
	title = $state('');
	language = $state('en');
	essay = $state('');
	author = $state('');
	sections = $state.raw<readonly SectionFields[]>([]);

	/** Creates the fields of a companion; of a new one with one empty section if none is given. */
	constructor(companion?: Companion) {
		this.#id = companion?.id ?? newId('companion');
		this.#findings = companion?.findings ?? [];
		this.sections = companion?.sections.map((section) => new SectionFields(section)) ?? [
			new SectionFields()
		];
		if (!companion) return;
		this.title = companion.title;
		this.language = companion.language;
		this.essay = companion.essay.title;
		this.author = companion.essay.author;
	}

	/** Makes it a companion of its own, with the same contents. */
	assignNewId(): void {
		this.#id = newId('companion');
	}

	get companion(): Companion {
		return {
			id: this.#id,
			findings: this.#findings,
			title: tidyLine(this.title),
			language: tidyLine(this.language),
			essay: { title: tidyLine(this.essay), author: tidyLine(this.author) },
			sections: this.sections.map((part, index) => part.section(index + 1))
		};
	}
}
