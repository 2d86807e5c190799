import { JournalError } from './journal-error';
import type { OwnPrompt } from './own-prompt';
import { promptRecord, readPrompt } from './record-kinds';
import type { Read, SealedRecords } from './sealed-records';

/** The questions of the writer's own in an open journal, oldest first. */
export class OwnPrompts {
	readonly #records: SealedRecords;
	readonly #tell: (ids: string[]) => void;
	#all = $state.raw<readonly { prompt: OwnPrompt; rev: number }[]>([]);
	readonly #prompts = $derived(this.#all.map(({ prompt }) => prompt));

	/** `tell` is called with the ids of what has changed on the disk. */
	constructor(records: SealedRecords, tell: (ids: string[]) => void) {
		this.#records = records;
		this.#tell = tell;
	}

	get all(): readonly OwnPrompt[] {
		return this.#prompts;
	}

	/** Keeps a question, new or reworded. Throws a typed error when it could not be kept. */
	async keep(prompt: OwnPrompt): Promise<void> {
		const was = this.#find(prompt.id)?.rev ?? null;
		const { moved } = await this.#records.write([promptRecord(prompt, was)]);
		if (moved.length > 0) throw new JournalError('busy', 'another tab changed this question');
		this.#place(prompt, (was ?? 0) + 1);
		this.#tell([prompt.id]);
	}

	/** Removes a question; pages that answer it keep its words. Throws a typed error when it could not. */
	async remove(id: string): Promise<void> {
		const known = this.#find(id);
		if (!known) return;
		const { moved } = await this.#records.write([], [{ id, was: known.rev }]);
		if (moved.length > 0) throw new JournalError('busy', 'another tab changed this question');
		this.forget([id]);
		this.#tell([id]);
	}

	/** Takes over questions that were written for the first time just now. */
	placeNew(prompts: readonly OwnPrompt[]): void {
		for (const prompt of prompts) this.#place(prompt, 1);
	}

	/** Takes over a question as it was read from the disk; leaves other records alone. */
	take(record: Read): void {
		const prompt = readPrompt(record);
		if (prompt && record.rev >= (this.#find(prompt.id)?.rev ?? 0)) this.#place(prompt, record.rev);
	}

	/** Drops those with these ids, or all, from memory. */
	forget(ids?: readonly string[]): void {
		this.#all = ids ? this.#all.filter(({ prompt }) => !ids.includes(prompt.id)) : [];
	}

	#find(id: string): { prompt: OwnPrompt; rev: number } | undefined {
		return this.#all.find(({ prompt }) => prompt.id === id);
	}

	#place(prompt: OwnPrompt, rev: number): void {
		const rest = this.#all.filter((one) => one.prompt.id !== prompt.id);
		this.#all = [...rest, { prompt, rev }].sort((a, b) => a.prompt.made.at - b.prompt.made.at);
	}
}
