import builtIn from '$lib/companion/walking-away.companion.md';
import { newKeptCompanion } from '$lib/journal/kept-companion';
import { momentAt } from '$lib/journal/moment';
import { newOwnPrompt } from '$lib/journal/own-prompt';
import type { SlotNote } from '$lib/journal/slot-note';
import { randomId } from '$lib/vault/vault';
import { expect } from 'vitest';
import { wholeOnDisk, type TestJournal } from './open-test-journal';
import type { TestTab } from './test-tab';

/** What a person may do to the records beside the pages. */
export type BesideAct = 'ask' | 'reword' | 'shelve' | 'choose' | 'name' | 'bring';
export const besideActs: readonly BesideAct[] = [
	'ask',
	'reword',
	'shelve',
	'choose',
	'name',
	'bring'
];

const both = [
	newOwnPrompt('walking-away', 's4', 'One?'),
	newOwnPrompt('walking-away', 's4', 'Two?')
];
const ways: SlotNote[] = ['', ''].map((label) => {
	return { id: randomId(), kind: 'passphrase', label, made: momentAt(1), mark: '' };
});

/** The records beside the pages, changed by several tabs: none of these changes may fail, and none may get lost. */
export class BesidePages {
	readonly #added: string[] = [];
	/** What was said of each of two questions and two ways in: the last one holds, whichever tab that was. */
	readonly #said = new Map<string, string[]>();

	/** Does it in a tab; `which` of two questions or ways in is 0 or 1. */
	async do(act: BesideAct, { journal }: TestTab, which: number): Promise<void> {
		const word = crypto.randomUUID();
		const prompt = both[which];
		const way = ways[which];
		if (!prompt || !way) throw new Error('there are two');
		if (act === 'reword') {
			this.#say(prompt.id, word);
			await journal.keepPrompt({ ...prompt, text: word });
		} else if (act === 'name') {
			this.#say(way.id, word);
			await journal.noteSlots((notes) => {
				const known = notes.length > 0 ? notes : ways;
				return known.map((note) => (note.id === way.id ? { ...note, label: word } : note));
			});
		} else {
			this.#added.push(word);
			const question = newOwnPrompt('walking-away', 's4', word);
			const nothing = { entries: [], versions: [], prompts: [], library: [], settings: null };
			if (act === 'ask') await journal.keepPrompt(question);
			else if (act === 'shelve') {
				await journal.library.keep(newKeptCompanion({ ...builtIn, title: word }));
			} else if (act === 'choose') {
				await journal.choose(({ marked }) => ({ marked: [...marked, word] }));
			} else await journal.arrivals.bringIn({ ...nothing, prompts: [question] });
		}
	}

	/** Expects all of it on the disk, and what a tab shows of the ways in to be one of the names that were given. */
	async expectKept(made: TestJournal, { journal }: TestTab): Promise<void> {
		const { prompts, library, settings } = await wholeOnDisk(made);
		const kept = new Set([
			...prompts.map(({ text }) => text),
			...library.map(({ companion }) => companion.title),
			...settings.marked
		]);
		expect(this.#added.filter((word) => !kept.has(word))).toEqual([]);
		const shown = [
			...prompts.map(({ id, text }) => ({ id, text })),
			...journal.slots.map(({ id, label }) => ({ id, text: label }))
		];
		for (const [id, words] of this.#said) {
			expect(words).toContain(shown.find((one) => one.id === id)?.text);
		}
		expect(journal.damage).toEqual([]);
	}

	#say(id: string, word: string): void {
		this.#said.set(id, [...(this.#said.get(id) ?? []), word]);
	}
}
