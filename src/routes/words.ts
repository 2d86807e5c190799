import type { Stance } from '$lib/companion/companion';

const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const ordinals =
	'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

/** `four`; figures beyond twelve. */
function numberWord(number: number): string {
	return numbers[number - 1] ?? String(number);
}

/** `Four`: what a part is called beside its name. */
export function partWord(number: number): string {
	return asSentence(numberWord(number));
}

/** With a capital letter, to begin a sentence. */
export function asSentence(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `fourth part`; `part 14` beyond twelve. */
export function partInOrder(number: number): string {
	const ordinal = ordinals[number - 1];
	return ordinal ? `${ordinal} part` : `part ${number}`;
}

/** `one page`, `two pages` */
export function manyOf(count: number, one: string): string {
	return `${numberWord(count)} ${count === 1 ? one : `${one}s`}`;
}

/** `nine short parts`: how many parts a companion has, in words. */
export function partsOf({ sections }: { sections: readonly unknown[] }, kind = 'part'): string {
	return manyOf(sections.length, kind);
}

/** `two pages written` */
export function pagesWritten(count: number): string {
	return `${manyOf(count, 'page')} written`;
}

export const stanceWords = {
	deciding: 'deciding',
	recent: 'just out of it',
	'looking-back': 'looking back'
} satisfies Record<Stance, string>;
