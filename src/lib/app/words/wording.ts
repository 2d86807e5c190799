import type { Stance } from '$lib/companion/companion';

const numberWords = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const ordinalWords =
	'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

/** Returns `four`; figures beyond twelve. */
function numberWord(number: number): string {
	return numberWords[number - 1] ?? String(number);
}

/** Returns `Four`: the number of a section beside its name. */
export function sectionNumberWord(number: number): string {
	return capitalise(numberWord(number));
}

/** Capitalises a text, to begin a sentence. */
export function capitalise(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `fourth part`; `part 14` beyond twelve. */
export function sectionOrdinal(number: number): string {
	const ordinal = ordinalWords[number - 1];
	return ordinal ? `${ordinal} part` : `part ${number}`;
}

/** `one page`, `two pages` */
export function countInWords(count: number, noun: string): string {
	return `${numberWord(count)} ${count === 1 ? noun : `${noun}s`}`;
}

/** Returns `nine short parts`: the number of sections of a companion, in words. */
export function sectionCountInWords(
	{ sections }: { sections: readonly unknown[] },
	noun = 'part'
): string {
	return countInWords(sections.length, noun);
}

/** `two pages written` */
export function writtenCountInWords(count: number): string {
	return `${countInWords(count, 'page')} written`;
}

export const stanceWords = {
	deciding: 'deciding',
	recent: 'just out of it',
	'looking-back': 'looking back'
} satisfies Record<Stance, string>;
