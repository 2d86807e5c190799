import { headingBlock, paragraphBlock, breakBlock, cleanText, type Block } from './blocks';
import { BOILERPLATE_ELEMENTS, hasBoilerplateName, isBoilerplate } from './boilerplate';

/** Elements that begin and end a piece of text. */
const BLOCK_ELEMENTS = new Set(
	'p div section article main header body html h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table tr td th address hr center details summary'.split(
		' '
	)
);
/** Elements without an end. */
const VOID_ELEMENTS = new Set(
	'br hr img input meta link area base col embed source track wbr'.split(' ')
);

/** Where a piece stands: inside an `article`, inside `main`, or elsewhere. */
export interface PlacedBlock {
	block: Block;
	isInArticle: boolean;
	isInMain: boolean;
}

/** Collects the pieces of a page as its parser comes past them; nothing of the page is ever run or built. */
export class HtmlCollector {
	readonly blocks: PlacedBlock[] = [];
	title = '';
	author = '';
	language = '';
	#titleElement = '';
	#text = '';
	#level = 0;
	/** The elements that are open, with whether each stands beside the text, and whether only its name says so. */
	readonly #openElements: { name: string; isExcluded: boolean; isExcludedByName: boolean }[] = [];
	#excludedDepth = 0;
	#excludedByNameDepth = 0;
	/** Letters that were taken, and letters that were not for the name of an element alone. */
	#includedLength = 0;
	#droppedByNameLength = 0;
	readonly #useNames: boolean;

	/** `byName`: what is named as standing beside the text stays out. */
	constructor(useNames: boolean) {
		this.#useNames = useNames;
	}

	/** Whether names took more than half of the text away, so that they cannot have meant what they seem to. */
	get namesAreMisleading(): boolean {
		return this.#droppedByNameLength > this.#includedLength;
	}
	#articleDepth = 0;
	#mainDepth = 0;
	#preDepth = 0;
	#inTitle = false;

	/** The title as the page says it to others, or shows it, without the name of its site behind a line. */
	get bestTitle(): string {
		return this.title || this.#titleElement.replace(/\s+[|–—·]\s+[^|–—·]{2,40}$/, '');
	}

	onOpenTag(name: string, attributes: Readonly<Record<string, string>>): void {
		if (name === 'html') this.language = attributes['lang'] ?? attributes['xml:lang'] ?? '';
		if (name === 'meta') this.#meta(attributes);
		if (name === 'title' && this.#openElements.every((one) => one.name !== 'svg')) {
			this.#inTitle = true;
		}
		if (name === 'br') this.#text += '\n';
		if (name === 'hr') this.#flush(breakBlock);
		if (VOID_ELEMENTS.has(name)) return;
		const isRoot = name === 'body' || name === 'html' || name === 'article' || name === 'main';
		const isSiteHeader = name === 'header' && this.#articleDepth === 0 && this.#mainDepth === 0;
		const isExcludedSurely =
			BOILERPLATE_ELEMENTS.has(name) || isSiteHeader || (!isRoot && isBoilerplate(attributes));
		const isExcludedByName =
			!isExcludedSurely && !isRoot && this.#useNames && hasBoilerplateName(attributes);
		const isExcluded = isExcludedSurely || isExcludedByName;
		if (BLOCK_ELEMENTS.has(name) || isExcluded) this.#flush();
		this.#openElements.push({ name, isExcluded, isExcludedByName });
		if (isExcluded) this.#excludedDepth += 1;
		if (isExcludedByName) this.#excludedByNameDepth += 1;
		if (name === 'article') this.#articleDepth += 1;
		if (name === 'main') this.#mainDepth += 1;
		if (name === 'pre') this.#preDepth += 1;
		const level = /^h([1-6])$/.exec(name)?.[1];
		if (level) this.#level = Number(level);
	}

	onText(text: string): void {
		if (this.#inTitle) this.#titleElement += text;
		else if (this.#excludedDepth === 0) {
			this.#text += this.#preDepth > 0 ? text : text.replace(/\s+/g, ' ');
			this.#includedLength += countLetters(text);
		} else if (this.#excludedDepth === this.#excludedByNameDepth) {
			this.#droppedByNameLength += countLetters(text);
		}
	}

	onCloseTag(name: string): void {
		if (name === 'title') this.#inTitle = false;
		const last = this.#openElements.findLastIndex((one) => one.name === name);
		if (last < 0) return;
		for (const one of this.#openElements.splice(last).reverse()) {
			if (BLOCK_ELEMENTS.has(one.name) || one.isExcluded) this.#flush();
			if (one.isExcluded) this.#excludedDepth -= 1;
			if (one.isExcludedByName) this.#excludedByNameDepth -= 1;
			if (one.name === 'article') this.#articleDepth -= 1;
			if (one.name === 'main') this.#mainDepth -= 1;
			if (one.name === 'pre') this.#preDepth -= 1;
			if (/^h[1-6]$/.test(one.name)) this.#level = 0;
		}
	}

	onEnd(): void {
		this.#flush();
	}

	#flush(extraBlock?: Block): void {
		const text = cleanText(this.#text);
		this.#text = '';
		if (this.#excludedDepth > 0) return;
		const location = { isInArticle: this.#articleDepth > 0, isInMain: this.#mainDepth > 0 };
		if (text !== '') {
			const line = text.replaceAll('\n', ' ');
			const block = this.#level > 0 ? headingBlock(line, this.#level) : paragraphBlock(text);
			this.blocks.push({ block, ...location });
		}
		if (extraBlock) this.blocks.push({ block: extraBlock, ...location });
	}

	#meta({ name = '', property = '', content = '' }: Readonly<Record<string, string>>): void {
		const value = cleanText(content);
		if (property === 'og:title' && value !== '') this.title = value;
		const isAuthor = /^(author|article:author|dc\.creator|parsely-author)$/i.test(name || property);
		if (isAuthor && !/^https?:/.test(value)) this.author ||= value;
	}
}

const countLetters = (text: string): number => text.replace(/\s+/g, '').length;
