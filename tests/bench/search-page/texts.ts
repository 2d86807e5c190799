/*
 * Made-up entries in three languages, the same for the same seed: words by Zipf's law (s = 1.07) from 40,000
 * a language, 100 to 400 an entry, one entry of one language; every tenth has a line of Chinese as well.
 */
import type { SearchItem } from '$lib/search/search';

const WORDS = 40_000;
const languages = [
	['b c d f g h l m n p r s t th st w br', 'a e i o u ea ou ee'],
	['b c ch d f g j l m n p qu r s t v ß', 'a é è i o u ö ü ä ê ou ai'],
	['б в г д ж з к л м н п р с т ч ш', 'а е ё и о у ы ю я й']
] as const;
const characters =
	'的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会天气公园';

let state = 1;
/** A number from 0 to 1. */
export function random(): number {
	state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
	return state / 2 ** 32;
}
const pick = <T>(all: ArrayLike<T>): T => all[Math.floor(random() * all.length)] as T;

function vocabulary([consonants, vowels]: readonly [string, string]): string[] {
	const words = new Set<string>();
	const [hard, soft] = [consonants.split(' '), vowels.split(' ')];
	while (words.size < WORDS) {
		// Frequent words are short, as they are in any language.
		const syllables = 1 + Math.floor(random() * (words.size < 200 ? 2 : 4));
		let word = '';
		for (let index = 0; index < syllables; index += 1) word += pick(hard) + pick(soft);
		words.add(random() < 0.5 ? word : word + pick(hard));
	}
	return [...words];
}
export const vocabularies = languages.map(vocabulary);

const weights = Float64Array.from({ length: WORDS }, (_, rank) => (rank + 1) ** -1.07);
let sum = 0;
const upTo = weights.map((weight) => (sum += weight));

function zipfWord(words: readonly string[]): string {
	const at = random() * sum;
	let [low, high] = [0, WORDS - 1];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((upTo[middle] ?? 0) < at) low = middle + 1;
		else high = middle;
	}
	return words[low] ?? '';
}

function chinese(length: number): string {
	return Array.from({ length }, () => pick(characters)).join('');
}

function makeText(words: readonly string[]): string {
	const count = 100 + Math.floor(random() * 300);
	let text = '';
	for (let index = 0; index < count; index += 1) {
		const word = zipfWord(words);
		const begins = index % 12 === 0;
		text += begins ? word.charAt(0).toUpperCase() + word.slice(1) : word;
		text += index % 12 === 11 ? (random() < 0.2 ? '.\n\n' : '. ') : random() < 0.08 ? ', ' : ' ';
	}
	return text;
}

/** Entries, newest first, as a journal opens them. */
export function makeItems(count: number): SearchItem[] {
	return Array.from({ length: count }, (_, index) => {
		const text = makeText(vocabularies[index % vocabularies.length] ?? []);
		return {
			id: `entry-${index}`,
			text: index % 10 === 0 ? `${text}\n${chinese(40)}。` : text,
			order: -index
		};
	});
}

/** A word whose rank is drawn log-uniformly: frequent and rare ones alike. */
export function someWord(): string {
	return pick(vocabularies)[Math.floor(WORDS ** random()) - 1] ?? '';
}

/** Two characters that may stand side by side somewhere. */
export function someChinese(): string {
	return chinese(2);
}

/** A word of at least five letters with one random edit. */
export function someTypo(): string {
	let word = someWord();
	while (word.length < 5) word = someWord();
	const at = Math.floor(random() * (word.length - 1));
	const [before, here, next, after] = [
		word.slice(0, at),
		word.charAt(at),
		word.charAt(at + 1),
		word.slice(at + 2)
	];
	return pick([before + next + here + after, before + next + after, `${before}q${next}${after}`]);
}

/** Two words that stand side by side in a text. */
export function somePhrase(items: readonly SearchItem[]): string {
	const words = pick(items).text.split(/\s+/);
	const at = Math.floor(random() * (words.length - 2));
	return `"${words.slice(at, at + 2).join(' ')}"`;
}
