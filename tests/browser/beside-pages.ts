import builtIn from '$lib/companion/walking-away.companion.md';
import type { Journal } from '$lib/journal/journal.svelte';
import { newLibraryItem } from '$lib/model/library-item';
import { momentAt } from '$lib/model/moment';
import { newCustomPrompt } from '$lib/model/custom-prompt';
import type { SlotInfo } from '$lib/model/slot-info';
import type { JournalSnapshot } from '$lib/model/snapshot';
import { randomId } from '$lib/id/random-id';
import { expect } from 'vitest';
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
	newCustomPrompt('walking-away', 's4', 'One?'),
	newCustomPrompt('walking-away', 's4', 'Two?')
];
const ways: SlotInfo[] = ['', ''].map((label) => {
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
			await journal.savePrompt({ ...prompt, text: word });
		} else if (act === 'name') {
			this.#say(way.id, word);
			await journal.changeSlotInfos((notes) => {
				const known = notes.length > 0 ? notes : ways;
				return known.map((note) => (note.id === way.id ? { ...note, label: word } : note));
			});
		} else {
			this.#added.push(word);
			const question = newCustomPrompt('walking-away', 's4', word);
			const nothing = { entries: [], versions: [], prompts: [], library: [], settings: null };
			if (act === 'ask') await journal.savePrompt(question);
			else if (act === 'shelve') {
				await journal.library.save(newLibraryItem({ ...builtIn, title: word, sections: [] }));
			} else if (act === 'choose') {
				await journal.changeSettings(({ marked }) => ({ marked: [...marked, word] }));
			} else await journal.importer.apply({ ...nothing, prompts: [question] });
		}
	}

	/** Expects all that was added on the disk, and each question in words that were given to it. */
	expectKept({ prompts, library, settings }: JournalSnapshot): void {
		const kept = new Set([
			...prompts.map(({ text }) => text),
			...library.map(({ companion }) => companion.title),
			...settings.marked
		]);
		expect(this.#added.filter((word) => !kept.has(word))).toEqual([]);
		this.#expectSaid(both, new Map(prompts.map(({ id, text }) => [id, text])));
	}

	/** Expects of a journal that was opened afterwards that each way in has a name that was given to it. */
	expectNames({ slots, damage }: Journal): void {
		this.#expectSaid(ways, new Map(slots.map(({ id, label }) => [id, label])));
		expect(damage).toEqual([]);
	}

	#expectSaid(all: readonly { id: string }[], onDisk: ReadonlyMap<string, string>): void {
		for (const { id } of all) {
			const words = this.#said.get(id);
			if (words) expect(words).toContain(onDisk.get(id));
		}
	}

	#say(id: string, word: string): void {
		this.#said.set(id, [...(this.#said.get(id) ?? []), word]);
	}
}
