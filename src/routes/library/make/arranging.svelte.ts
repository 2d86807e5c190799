import { tick } from 'svelte';
import { PartFields, QuestionFields, type CompanionFields } from './fields.svelte';

/** What was removed last, and where it stood: a part, or a question of the part with this id. */
type Removed = { at: number } & ({ part: PartFields } | { question: QuestionFields; of: string });

/** Which part is open, and what is added, moved and taken away. Each leads the focus to what comes next. */
export class Arranging {
	readonly #fields: () => CompanionFields;
	readonly #onchange: () => void;
	#open = $state<string | null>(null);
	#removed = $state.raw<Removed | null>(null);
	#said = $state('');

	/** `onchange` is called when something was changed. A part that is the only one is open. */
	constructor(fields: () => CompanionFields, onchange: () => void) {
		this.#fields = fields;
		this.#onchange = onchange;
		const { parts } = fields();
		if (parts.length === 1) this.#open = parts[0]?.id ?? null;
	}

	/** The id of the part that is open. */
	get open(): string | null {
		return this.#open;
	}
	/** What a screen reader is told of the last move. */
	get said(): string {
		return this.#said;
	}
	/** Where among the parts the one stood that can be put back; null where there is none. */
	get partGone(): number | null {
		return this.#removed && 'part' in this.#removed ? this.#removed.at : null;
	}

	/** Where among this part's questions the one stood that can be put back; null where there is none. */
	questionGone(part: PartFields): number | null {
		const removed = this.#removed;
		return removed && 'of' in removed && removed.of === part.id ? removed.at : null;
	}

	/** Opens a part, and closes the one that was open; `null` closes it only. */
	turnTo(id: string | null): void {
		this.#open = id;
		if (id !== null) void show(`${id}-head`);
	}

	/** Opens the part with this id, or the one with this question, and goes to a field of it; `null` is the companion. */
	goTo(place: string | null, field?: string): void {
		const { parts } = this.#fields();
		const part = parts.find(({ id, questions }) =>
			[id, ...questions.map((one) => one.id)].includes(place ?? '')
		);
		if (part) this.#open = part.id;
		if (!part) void focus(`companion-${field ?? 'title'}`);
		else if (part.id === place) void focus(`${part.id}-${field ?? 'name'}`);
		else void focus(`${place}-text`);
	}

	addPart(): void {
		const part = new PartFields();
		this.#setParts([...this.#fields().parts, part]);
		this.#open = part.id;
		void focus(`${part.id}-name`);
	}

	removePart(part: PartFields): void {
		const { parts } = this.#fields();
		this.#removed = { part, at: parts.indexOf(part) };
		this.#setParts(parts.filter((one) => one !== part));
		this.#open = null;
		void focus('put-back');
	}

	movePart(part: PartFields, by: 1 | -1): void {
		const parts = moved(this.#fields().parts, part, by);
		this.#setParts(parts);
		this.#tell(part.id, parts.indexOf(part), parts.length, by);
	}

	addQuestion(part: PartFields): void {
		const question = new QuestionFields();
		const before = part.questions.at(-1);
		// Questions for one reader mostly stand together.
		if (before) question.stance = before.stance;
		this.#setQuestions(part, [...part.questions, question]);
		void focus(`${question.id}-text`);
	}

	removeQuestion(part: PartFields, question: QuestionFields): void {
		this.#removed = { question, of: part.id, at: part.questions.indexOf(question) };
		const rest = part.questions.filter((one) => one !== question);
		this.#setQuestions(part, rest);
		void focus('put-back');
	}

	moveQuestion(part: PartFields, question: QuestionFields, by: 1 | -1): void {
		const questions = moved(part.questions, question, by);
		this.#setQuestions(part, questions);
		this.#tell(question.id, questions.indexOf(question), questions.length, by);
	}

	/** Puts back what was removed last, where it stood. */
	putBack(): void {
		const removed = this.#removed;
		this.#removed = null;
		if (!removed) return;
		const { parts } = this.#fields();
		if ('part' in removed) {
			this.#setParts(parts.toSpliced(removed.at, 0, removed.part));
			this.turnTo(removed.part.id);
			void focus(`${removed.part.id}-head`);
			return;
		}
		const part = parts.find(({ id }) => id === removed.of);
		if (!part) return;
		this.#setQuestions(part, part.questions.toSpliced(removed.at, 0, removed.question));
		void focus(`${removed.question.id}-text`);
	}

	#setParts(parts: readonly PartFields[]): void {
		this.#fields().parts = parts;
		this.#onchange();
	}

	#setQuestions(part: PartFields, questions: readonly QuestionFields[]): void {
		part.questions = questions;
		this.#onchange();
	}

	#tell(id: string, at: number, count: number, by: 1 | -1): void {
		this.#said = `Now ${at + 1} of ${count}.`;
		const ends = by === 1 ? at === count - 1 : at === 0;
		// The one that was pressed does nothing more at the end of the list.
		void focus(`${id}-${(by === 1) === ends ? 'up' : 'down'}`);
	}
}

function moved<T>(list: readonly T[], one: T, by: 1 | -1): T[] {
	const at = list.indexOf(one);
	const to = Math.min(Math.max(at + by, 0), list.length - 1);
	return list.toSpliced(at, 1).toSpliced(to, 0, one);
}

async function focus(id: string): Promise<void> {
	await tick();
	document.getElementById(id)?.focus();
}

async function show(id: string): Promise<void> {
	await tick();
	document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
}
