import { heading, paragraph, pause, tidy, type Block } from './blocks';
import { furnitureElements, hasFurnitureName, isFurniture } from './furniture';

/** Elements that begin and end a piece of text. */
const blockElements = new Set(
	'p div section article main header body html h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table tr td th address hr center details summary'.split(
		' '
	)
);
/** Elements without an end. */
const single = new Set('br hr img input meta link area base col embed source track wbr'.split(' '));

/** Where a piece stands: inside an `article`, inside `main`, or elsewhere. */
export interface Placed {
	block: Block;
	article: boolean;
	main: boolean;
}

/** Collects the pieces of a page as its parser comes past them; nothing of the page is ever run or built. */
export class Collector {
	readonly placed: Placed[] = [];
	title = '';
	author = '';
	language = '';
	#headline = '';
	#text = '';
	#level = 0;
	/** The elements that are open, with whether each stands beside the text, and whether only its name says so. */
	readonly #open: { name: string; out: boolean; named: boolean }[] = [];
	#out = 0;
	#named = 0;
	/** Letters that were taken, and letters that were not for the name of an element alone. */
	#taken = 0;
	#dropped = 0;
	readonly #byName: boolean;

	/** `byName`: what is named as standing beside the text stays out. */
	constructor(byName: boolean) {
		this.#byName = byName;
	}

	/** Whether names took more than half of the text away, so that they cannot have meant what they seem to. */
	get namesMislead(): boolean {
		return this.#dropped > this.#taken;
	}
	#articles = 0;
	#mains = 0;
	#pre = 0;
	#inTitle = false;

	/** The title as the page says it to others, or shows it, without the name of its site behind a line. */
	get bestTitle(): string {
		return this.title || this.#headline.replace(/\s+[|–—·]\s+[^|–—·]{2,40}$/, '');
	}

	opened(name: string, attributes: Readonly<Record<string, string>>): void {
		if (name === 'html') this.language = attributes['lang'] ?? attributes['xml:lang'] ?? '';
		if (name === 'meta') this.#meta(attributes);
		if (name === 'title' && this.#open.every((one) => one.name !== 'svg')) this.#inTitle = true;
		if (name === 'br') this.#text += '\n';
		if (name === 'hr') this.#flush(pause);
		if (single.has(name)) return;
		const whole = name === 'body' || name === 'html' || name === 'article' || name === 'main';
		const site = name === 'header' && this.#articles === 0 && this.#mains === 0;
		const certain = furnitureElements.has(name) || site || (!whole && isFurniture(attributes));
		const named = !certain && !whole && this.#byName && hasFurnitureName(attributes);
		const out = certain || named;
		if (blockElements.has(name) || out) this.#flush();
		this.#open.push({ name, out, named });
		if (out) this.#out += 1;
		if (named) this.#named += 1;
		if (name === 'article') this.#articles += 1;
		if (name === 'main') this.#mains += 1;
		if (name === 'pre') this.#pre += 1;
		const level = /^h([1-6])$/.exec(name)?.[1];
		if (level) this.#level = Number(level);
	}

	text(text: string): void {
		if (this.#inTitle) this.#headline += text;
		else if (this.#out === 0) {
			this.#text += this.#pre > 0 ? text : text.replace(/\s+/g, ' ');
			this.#taken += lettersIn(text);
		} else if (this.#out === this.#named) this.#dropped += lettersIn(text);
	}

	closed(name: string): void {
		if (name === 'title') this.#inTitle = false;
		const last = this.#open.findLastIndex((one) => one.name === name);
		if (last < 0) return;
		for (const one of this.#open.splice(last).reverse()) {
			if (blockElements.has(one.name) || one.out) this.#flush();
			if (one.out) this.#out -= 1;
			if (one.named) this.#named -= 1;
			if (one.name === 'article') this.#articles -= 1;
			if (one.name === 'main') this.#mains -= 1;
			if (one.name === 'pre') this.#pre -= 1;
			if (/^h[1-6]$/.test(one.name)) this.#level = 0;
		}
	}

	ended(): void {
		this.#flush();
	}

	#flush(more?: Block): void {
		const text = tidy(this.#text);
		this.#text = '';
		if (this.#out > 0) return;
		const place = { article: this.#articles > 0, main: this.#mains > 0 };
		if (text !== '') {
			const line = text.replaceAll('\n', ' ');
			const block = this.#level > 0 ? heading(line, this.#level) : paragraph(text);
			this.placed.push({ block, ...place });
		}
		if (more) this.placed.push({ block: more, ...place });
	}

	#meta({ name = '', property = '', content = '' }: Readonly<Record<string, string>>): void {
		const said = tidy(content);
		if (property === 'og:title' && said !== '') this.title = said;
		const isAuthor = /^(author|article:author|dc\.creator|parsely-author)$/i.test(name || property);
		if (isAuthor && !/^https?:/.test(said)) this.author ||= said;
	}
}

const lettersIn = (text: string): number => text.replace(/\s+/g, '').length;
