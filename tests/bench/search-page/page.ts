/*
 * Asks the search as a page does and keeps the milliseconds until each answer is back on the page.
 */
import { Search, type SearchResult, type SearchItem } from '$lib/search/search';
import { makeItems, random, someChinese, somePhrase, someTypo, someWord } from './texts';

/** Milliseconds to the first matches and to the full answer; the ids of the full one. */
interface Timed {
	first: number;
	full: number;
	found: number;
}

const LIMIT = 50;
let items: SearchItem[] = [];
const search = new Search();

async function ask(query: string, allowedIds: readonly string[] | null = null): Promise<Timed> {
	const since = performance.now();
	let first = 0;
	let last: SearchResult | null = null;
	for await (const found of search.find(query, { limit: LIMIT, allowedIds })) {
		first ||= performance.now() - since;
		last = found;
	}
	return { first, full: performance.now() - since, found: last?.ids.length ?? 0 };
}

const repeat = (count: number, make: () => string): string[] => Array.from({ length: count }, make);

/** Every beginning of some words, as they are typed. */
function letterByLetter(count: number): string[] {
	return repeat(count, someWord).flatMap((word) =>
		Array.from(word, (_, length) => word.slice(0, length + 1))
	);
}

const kinds: Record<string, (count: number) => string[]> = {
	'one word': (count) => repeat(count, someWord),
	'two words': (count) => repeat(count, () => `${someWord()} ${someWord()}`),
	'letter by letter': (count) => letterByLetter(count / 4),
	'typo word': (count) => repeat(count, someTypo),
	phrase: (count) => repeat(count, () => somePhrase(items)),
	Chinese: (count) => repeat(count, someChinese),
	'no word yet': (count) => repeat(count / 4, () => '')
};

const bench = {
	kinds: Object.keys(kinds),

	make(count: number): number {
		items = makeItems(count);
		return items.reduce((sum, { text }) => sum + text.length, 0);
	},

	/** Hands over all texts in batches, as a journal does while it opens, and asks now and then meanwhile. */
	async fill(): Promise<{ ready: number; meanwhile: Timed[] }> {
		// The worker's script comes from a development server here, which is no part of the matter.
		await ask('');
		const since = performance.now();
		const meanwhile: Timed[] = [];
		let ready = 0;
		const putting = (async () => {
			for (let at = 0; at < items.length; at += 500) await search.put(items.slice(at, at + 500));
			ready = performance.now() - since;
		})();
		while (ready === 0) {
			meanwhile.push(await ask(someWord()));
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
		await putting;
		return { ready, meanwhile };
	},

	async run(kind: string, count: number): Promise<Timed[]> {
		const timed: Timed[] = [];
		for (const query of kinds[kind]?.(count) ?? []) timed.push(await ask(query));
		return timed;
	},

	/** One word among half of the entries, a new half each time. */
	async runAllowed(count: number): Promise<Timed[]> {
		const timed: Timed[] = [];
		for (let turn = 0; turn < count; turn += 1) {
			const half = items.filter(() => random() < 0.5).map(({ id }) => id);
			timed.push(await ask(someWord(), half));
		}
		return timed;
	},

	/** What a bare scan with `includes` takes over the same texts, made small before. */
	bare(count: number): number[] {
		const texts = items.map(({ text }) => text.toLowerCase());
		return repeat(count, someWord).map((word) => {
			const since = performance.now();
			const found = texts.filter((text) => text.includes(word)).length;
			return performance.now() - since + 0 * found;
		});
	},

	/** One entry that is being written, put anew. */
	async update(count: number): Promise<number[]> {
		const took: number[] = [];
		for (let turn = 0; turn < count; turn += 1) {
			const item = items[turn];
			if (!item) break;
			const since = performance.now();
			await search.put([{ ...item, text: `${item.text} ${turn}` }]);
			took.push(performance.now() - since);
		}
		return took;
	}
};

Object.assign(globalThis, { bench });
document.title = 'ready';
