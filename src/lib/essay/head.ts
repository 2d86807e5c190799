import { pause, type Block, type Found } from './blocks';
import { byLine } from './by-line';
import { SAME } from './known-headings';
import { likeness } from './likeness';

/** What stands on top of a text, and the text below it. */
interface Head {
	title: string;
	author: string;
	blocks: Block[];
	/** Lines above the title that are none of the essay. */
	left: string[];
}

/** Takes title and author from the top of the text where the file itself names none. */
export function headOf(found: Found, blocks: readonly Block[]): Head {
	let { title, author } = found;
	const rest = [...blocks];
	const first = rest[0];
	const left: string[] = [];
	/** Where what stood directly below the title is now; -1 where there was none. */
	let below = -1;
	if (first && isTitle(found, rest)) {
		title ||= first.text;
		rest.shift();
		below = 0;
	} else if (first && title === '' && found.language === '' && isShortLine(first, rest[1])) {
		title = first.text;
		rest.shift();
		below = 0;
	} else {
		// The title may stand a little lower, below the name of the page.
		below = rest
			.slice(0, 6)
			.findIndex(({ text }) => title !== '' && likeness(title, text, SAME) >= SAME);
		if (below >= 0) rest.splice(below, 1);
		if (rest.slice(0, Math.max(0, below)).every(isPageName)) {
			left.push(...rest.splice(0, Math.max(0, below)).flatMap(({ text }) => text || []));
			below = Math.min(below, 0);
		}
	}
	const named = rest
		.slice(0, 3)
		.map(({ kind, text }, at) => (kind === 'paragraph' ? byLine(text, at === below) : ''));
	const line = named.findIndex((name) => name !== '');
	if (line >= 0) {
		author ||= named[line] ?? '';
		rest.splice(line, 1);
	}
	return { title, author, blocks: rest, left };
}

/** Whether the first piece is the title: the one heading of its level, or what the file says is its title. */
function isTitle({ title }: Found, blocks: readonly Block[]): boolean {
	const [first, second] = blocks;
	if (first?.kind !== 'heading') return false;
	if (title !== '') return likeness(title, first.text, SAME) >= SAME;
	const levels = blocks.flatMap(({ kind, level }) => (kind === 'heading' ? level : []));
	const highest = levels.reduce((one, other) => Math.min(one, other));
	return levels.filter((level) => level === highest).length === 1 || second?.kind === 'heading';
}

/** Short and without an end, as the name of a page is and a paragraph of an essay is not. */
function isPageName({ text }: Block): boolean {
	return text.length <= 60 && !/[.!?…。！？]["”’」]?$/.test(text);
}

/** A short line without an end, before something longer: a title in plain text. */
function isShortLine({ kind, text }: Block, next = pause): boolean {
	return (
		kind !== 'break' && text.length <= 120 && !/[.!?…]["”’]?$/.test(text) && next.kind !== 'break'
	);
}
