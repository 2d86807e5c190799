import { tick } from 'svelte';
import { SectionFields, PromptFields, type CompanionFields } from './companion-fields.svelte';

/** The item removed last, and its index: a section, or a question of the section with this id. */
type Removed = { index: number } & (
	{ section: SectionFields } | { prompt: PromptFields; sectionId: string }
);

/**
 * The structure of the editor: which section is open, and how items are added, moved and removed. Each change moves the
 * focus to what comes next.
 */
export class EditorOutline {
	readonly #fields: () => CompanionFields;
	readonly #onchange: () => void;
	#openId = $state<string | null>(null);
	#removed = $state.raw<Removed | null>(null);
	#announcement = $state('');

	/** `onchange` is called after each change. If there is only one section, it is open. */
	constructor(fields: () => CompanionFields, onchange: () => void) {
		this.#fields = fields;
		this.#onchange = onchange;
		const { sections } = fields();
		if (sections.length === 1) this.#openId = sections[0]?.id ?? null;
	}

	/** The id of the open section. */
	get openId(): string | null {
		return this.#openId;
	}
	/** The screen reader announcement of the last move. */
	get announcement(): string {
		return this.#announcement;
	}
	/** The index of the removed section that can be restored; null if there is none. */
	get removedSectionIndex(): number | null {
		return this.#removed && 'section' in this.#removed ? this.#removed.index : null;
	}

	/** The index of this section's removed question that can be restored; null if there is none. */
	removedPromptIndex(section: SectionFields): number | null {
		const removed = this.#removed;
		return removed && 'sectionId' in removed && removed.sectionId === section.id
			? removed.index
			: null;
	}

	/** Opens a section, and closes the one that was open; `null` only closes it. */
	setOpen(id: string | null): void {
		this.#openId = id;
		if (id !== null) void revealById(`${id}-head`);
	}

	/**
	 * Opens the section with this id, or the one with this question, and focuses a field of it; `null` is the companion.
	 */
	goTo(place: string | null, field?: string): void {
		const { sections } = this.#fields();
		const section = sections.find(({ id, prompts }) =>
			[id, ...prompts.map((one) => one.id)].includes(place ?? '')
		);
		if (section) this.#openId = section.id;
		if (!section) void focusById(`companion-${field ?? 'title'}`);
		else if (section.id === place) void focusById(`${section.id}-${field ?? 'name'}`);
		else void focusById(`${place}-text`);
	}

	addSection(): void {
		const section = new SectionFields();
		this.#setSections([...this.#fields().sections, section]);
		this.#openId = section.id;
		void focusById(`${section.id}-name`);
	}

	removeSection(section: SectionFields): void {
		const { sections } = this.#fields();
		this.#removed = { section, index: sections.indexOf(section) };
		this.#setSections(sections.filter((one) => one !== section));
		this.#openId = null;
		void focusById('put-back');
	}

	moveSection(section: SectionFields, by: 1 | -1): void {
		const parts = moveItem(this.#fields().sections, section, by);
		this.#setSections(parts);
		this.#announceMove(section.id, parts.indexOf(section), parts.length, by);
	}

	addPrompt(section: SectionFields): void {
		const prompt = new PromptFields();
		const last = section.prompts.at(-1);
		// Questions for one stance are mostly listed together.
		if (last) prompt.stance = last.stance;
		this.#setPrompts(section, [...section.prompts, prompt]);
		void focusById(`${prompt.id}-text`);
	}

	removePrompt(section: SectionFields, prompt: PromptFields): void {
		this.#removed = { prompt, sectionId: section.id, index: section.prompts.indexOf(prompt) };
		const rest = section.prompts.filter((one) => one !== prompt);
		this.#setPrompts(section, rest);
		void focusById('put-back');
	}

	movePrompt(section: SectionFields, prompt: PromptFields, by: 1 | -1): void {
		const questions = moveItem(section.prompts, prompt, by);
		this.#setPrompts(section, questions);
		this.#announceMove(prompt.id, questions.indexOf(prompt), questions.length, by);
	}

	/** Restores the item removed last, at its index. */
	undoRemove(): void {
		const removed = this.#removed;
		this.#removed = null;
		if (!removed) return;
		const { sections } = this.#fields();
		if ('section' in removed) {
			this.#setSections(sections.toSpliced(removed.index, 0, removed.section));
			this.setOpen(removed.section.id);
			void focusById(`${removed.section.id}-head`);
			return;
		}
		const section = sections.find(({ id }) => id === removed.sectionId);
		if (!section) return;
		this.#setPrompts(section, section.prompts.toSpliced(removed.index, 0, removed.prompt));
		void focusById(`${removed.prompt.id}-text`);
	}

	#setSections(parts: readonly SectionFields[]): void {
		this.#fields().sections = parts;
		this.#onchange();
	}

	#setPrompts(section: SectionFields, questions: readonly PromptFields[]): void {
		section.prompts = questions;
		this.#onchange();
	}

	#announceMove(id: string, index: number, count: number, by: 1 | -1): void {
		this.#announcement = `Now ${index + 1} of ${count}.`;
		const isAtEnd = by === 1 ? index === count - 1 : index === 0;
		// The pressed button disappears at the end of the list.
		void focusById(`${id}-${(by === 1) === isAtEnd ? 'up' : 'down'}`);
	}
}

function moveItem<T>(list: readonly T[], one: T, by: 1 | -1): T[] {
	const index = list.indexOf(one);
	const to = Math.min(Math.max(index + by, 0), list.length - 1);
	return list.toSpliced(index, 1).toSpliced(to, 0, one);
}

async function focusById(id: string): Promise<void> {
	await tick();
	document.getElementById(id)?.focus();
}

async function revealById(id: string): Promise<void> {
	await tick();
	document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
}
