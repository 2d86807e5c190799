import { pause, type Block, type Found } from './blocks';
import { endsEssay, isFurnitureLine } from './furniture';
import { likeness } from './likeness';

/** One part of an essay, as its own headings divide it. */
export interface FoundPart {
	/** Null where it has none. */
	heading: string | null;
	/** Plain text; a poem's paragraph holds its line ends. */
	paragraphs: string[];
}

/** An essay as it was found in a file. */
export interface FoundEssay {
	/** Empty where the file says none. */
	title: string;
	author: string;
	/** A BCP 47 tag, as the file says it; empty where it does not. */
	language: string;
	parts: FoundPart[];
	/** How many lines were left out as the page's furniture. */
	leftOut: number;
}

/** UTF-16 units of a part that is made where no heading divides the text. */
const PART = 1_800;
const MOST_PARTS = 12;
/** Alike enough to be the same words. */
const SAME = 0.85;

/** Divides what was found into parts, leaving out what is none of the essay. `known` are headings it is known to have. */
export function partsOf(found: Found, known: readonly string[] = []): FoundEssay {
	const { kept, leftOut } = withoutFurniture(found.blocks);
	const { title, author, blocks } = headOf(found, asKnown(kept, known));
	const level = levelOf(blocks);
	const parts: FoundPart[] = [];
	let part: FoundPart = { heading: null, paragraphs: [] };
	const close = (): void => {
		if (part.heading !== null || part.paragraphs.length > 0) parts.push(part);
	};
	for (const block of blocks) {
		const opens = block.kind === 'heading' && block.level <= level;
		if (opens) {
			close();
			part = { heading: block.text, paragraphs: [] };
		} else if (block.kind === 'break') {
			if (level > 0 || part.paragraphs.length === 0) continue;
			close();
			part = { heading: null, paragraphs: [] };
		} else part.paragraphs.push(block.text);
	}
	close();
	const only = parts.length === 1 && level === 0 ? parts[0] : undefined;
	return {
		...{ title, author, leftOut, language: found.language },
		parts: only ? byLength(only) : parts
	};
}

/** Lines that are known to be headings count as such, however they look. */
function asKnown(blocks: readonly Block[], known: readonly string[]): Block[] {
	if (known.length === 0) return [...blocks];
	const level = Math.max(1, levelOf(blocks));
	return blocks.map((block) => {
		const is = known.some((one) => block.text.length < 200 && likeness(one, block.text) >= SAME);
		return is && block.kind === 'paragraph' ? { kind: 'heading', text: block.text, level } : block;
	});
}

function withoutFurniture(blocks: readonly Block[]): { kept: Block[]; leftOut: number } {
	const written = blocks.reduce((sum, { text }) => sum + text.length, 0);
	let seen = 0;
	const end = blocks.findIndex(({ text }) => {
		seen += text.length;
		// A line like this at the beginning is a link to what stands at the end.
		return seen > written * 0.4 && endsEssay(text);
	});
	const before = end < 0 ? blocks : blocks.slice(0, end);
	const kept = before.filter(({ text }) => !isFurnitureLine(text));
	return { kept: [...kept], leftOut: blocks.length - kept.length };
}

/** Takes title and author from the top of the text where the file itself names none. */
function headOf(
	found: Found,
	blocks: readonly Block[]
): { title: string; author: string; blocks: Block[] } {
	let { title, author } = found;
	const rest = [...blocks];
	const first = rest[0];
	const highest = Math.min(...rest.flatMap(({ kind, level }) => (kind === 'heading' ? level : [])));
	const ofLevel = rest.filter(({ kind, level }) => kind === 'heading' && level === highest);
	const isTitle =
		first?.kind === 'heading' &&
		(title === ''
			? ofLevel.length === 1 || rest[1]?.kind === 'heading'
			: likeness(title, first.text) >= SAME);
	if (first && isTitle) {
		title ||= first.text;
		rest.shift();
	} else if (first && title === '' && found.language === '' && isShortLine(first, rest[1])) {
		title = first.text;
		rest.shift();
	} else {
		// The title may stand a little lower, below the name of the page.
		const at = rest
			.slice(0, 6)
			.findIndex(({ text }) => title !== '' && likeness(title, text) >= SAME);
		if (at >= 0) rest.splice(0, at + 1);
	}
	// Below a title and what stands under it.
	const line = rest.slice(0, 3).findIndex(({ text }) => byLine(text) !== '');
	if (line >= 0) {
		author ||= byLine(rest[line]?.text ?? '');
		rest.splice(line, 1);
	}
	return { title, author, blocks: rest };
}

/** The author that a line names, and nothing else; empty where it does not. */
function byLine(text: string): string {
	return /^by\s+(\p{L}[\p{L}\p{M}.'’ -]{1,60})$/iu.exec(text)?.[1] ?? '';
}

/** A short line without an end, before something longer: a title in plain text. */
function isShortLine({ kind, text }: Block, next = pause): boolean {
	return (
		kind !== 'break' && text.length <= 120 && !/[.!?…]["”’]?$/.test(text) && next.kind !== 'break'
	);
}

/** The level of the headings that divide the essay: the highest there is more than one of; 0 where none does. */
function levelOf(blocks: readonly Block[]): number {
	const counts = new Map<number, number>();
	for (const { kind, level } of blocks) {
		if (kind === 'heading') counts.set(level, (counts.get(level) ?? 0) + 1);
	}
	const levels = [...counts.keys()].sort((one, other) => one - other);
	return levels.find((level) => (counts.get(level) ?? 0) > 1) ?? levels[0] ?? 0;
}

/** A text that nothing divides, in parts of about the same length, cut between paragraphs. */
function byLength({ paragraphs }: FoundPart): FoundPart[] {
	const length = paragraphs.reduce((sum, text) => sum + text.length, 0);
	const count = Math.min(MOST_PARTS, Math.max(1, Math.round(length / PART)), paragraphs.length);
	const parts = Array.from({ length: count }, (): FoundPart => ({ heading: null, paragraphs: [] }));
	let seen = 0;
	for (const text of paragraphs) {
		const at = Math.min(count - 1, Math.floor(((seen + text.length / 2) / length) * count));
		parts[at]?.paragraphs.push(text);
		seen += text.length;
	}
	return parts.filter((part) => part.paragraphs.length > 0);
}
