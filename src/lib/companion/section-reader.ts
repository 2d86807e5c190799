import { Attributes, shorten, type ReportProblem } from './attributes.ts';
import type { Prompt, Section } from './model.ts';
import { companionLimits } from './limits.ts';
import { parseProse } from './prose.ts';
import { depths, intents, stances, views } from './vocabulary.ts';

interface PendingPrompt {
	text: string;
	line: number;
	/** Whether the line that lists the attributes was read; lines of words may follow it. */
	hasAttributes: boolean;
	attributes: Attributes;
}

/** Keys whose value is a sentence: each has a line of its own, and may hold a semicolon. */
const SENTENCE_KEY = /^(why|left):/;

/** Reads the lines of one section, from its heading to the next one's. */
export class SectionReader {
	readonly #name: string;
	readonly #line: number;
	readonly #report: ReportProblem;
	readonly #attributes: Attributes;
	readonly #passage: string[] = [];
	readonly #prompts: PendingPrompt[] = [];
	/** Every id of the section with its own line and that on which its bearer begins, once finished. */
	readonly ids: { id: string; idLine: number; line: number }[] = [];
	#careNote: string | null = null;
	#isInPrompts = false;
	#paragraph: { rows: string[]; line: number; care: boolean } | null = null;

	constructor(name: string, line: number, report: ReportProblem) {
		this.#name = name;
		this.#line = line;
		this.#report = report;
		this.#attributes = new Attributes(line, report);
		if (name === '' || name.length > companionLimits.name) {
			report(
				line,
				'bad-value',
				`A section's name has between 1 and ${companionLimits.name} characters.`
			);
		}
	}

	/** Takes one line of the section, without its line end. */
	readLine(row: string, line: number): void {
		if (row.trim() === '') {
			this.#endParagraph();
		} else if (/^#{1,6}(\s|$)/.test(row)) {
			this.#readHeading(row, line);
		} else if (this.#isInPrompts) {
			this.#readPromptLine(row, line);
		} else if (/^-(\s|$)/.test(row) && !this.#isInPassage) {
			this.#endParagraph();
			this.#attributes.add(row.slice(2), line);
		} else {
			this.#readProseLine(row, line);
		}
	}

	/** Its keys stand above the passage; from there on a line with a dash is a line of text. */
	get #isInPassage(): boolean {
		return this.#passage.length > 0 || this.#paragraph?.care === false;
	}

	/** Returns the section; `number` is its place in the essay, from 1; `findings` the ids of those there are. */
	finish(number: number, findings: readonly string[]): Section {
		this.#endParagraph();
		if (this.#passage.length === 0) {
			const reason = `The section “${shorten(this.#name)}” has no passage.`;
			this.#report(this.#line, 'no-passage', reason);
		}
		const id = this.#attributes.id();
		this.ids.push({ id, idLine: this.#attributes.lineOf('id'), line: this.#line });
		this.#attributes.allowOnly(['id', 'heading']);
		return {
			id,
			number,
			name: this.#name,
			heading: this.#attributes.optional('heading'),
			passage: this.#passage,
			care: this.#careNote,
			prompts: this.#prompts.map((prompt) => this.#finishPrompt(prompt, findings))
		};
	}

	#readHeading(row: string, line: number): void {
		this.#endParagraph();
		if (!/^###\s+Prompts$/.test(row)) {
			const reason = 'Inside a section only the heading “### Prompts” is known.';
			this.#report(line, 'misplaced-line', reason);
		} else if (this.#isInPrompts) {
			this.#report(line, 'repeated-key', 'This section already has its prompts.');
		} else {
			this.#isInPrompts = true;
		}
	}

	#readPromptLine(row: string, line: number): void {
		const last = this.#prompts.at(-1);
		// A line may hold what other programs take for a line end: only “s” has the dot match it.
		const item = /^\s+- (.*)$/s.exec(row)?.[1];
		if (item !== undefined && last?.hasAttributes && SENTENCE_KEY.test(item)) {
			last.attributes.add(item, line);
		} else if (item !== undefined && last && !last.hasAttributes) {
			last.hasAttributes = true;
			for (const pair of item.split(';')) last.attributes.add(pair, line);
		} else if (/^-(\s|$)/.test(row)) {
			const text = row.slice(2).trim();
			if (text === '' || text.length > companionLimits.line) {
				const reason = `A prompt has between 1 and ${companionLimits.line} characters.`;
				this.#report(line, 'bad-value', reason);
			}
			const attributes = new Attributes(line, this.#report);
			this.#prompts.push({ text, line, hasAttributes: false, attributes });
		} else {
			const reason = `“${shorten(row)}” is neither a prompt nor a line of its attributes.`;
			this.#report(line, 'misplaced-line', reason);
		}
	}

	#readProseLine(row: string, line: number): void {
		const care = row.startsWith('>');
		if (this.#paragraph?.care !== care) this.#endParagraph();
		this.#paragraph ??= { rows: [], line, care };
		this.#paragraph.rows.push(care ? row.slice(1) : row);
	}

	#endParagraph(): void {
		const paragraph = this.#paragraph;
		this.#paragraph = null;
		if (!paragraph) return;
		const text = parseProse(paragraph.rows);
		if (text === '' || text.length > companionLimits.paragraph) {
			const reason = `A paragraph has between 1 and ${companionLimits.paragraph} characters.`;
			this.#report(paragraph.line, 'bad-value', reason);
		}
		if (!paragraph.care) this.#passage.push(text);
		else if (this.#careNote === null) this.#careNote = text;
		else this.#report(paragraph.line, 'repeated-key', 'A section has at most one care note.');
	}

	#finishPrompt(prompt: PendingPrompt, findings: readonly string[]): Prompt {
		const { text, line, attributes } = prompt;
		const id = attributes.id();
		this.ids.push({ id, idLine: attributes.lineOf('id'), line });
		attributes.allowOnly(['id', 'stance', 'depth', 'intent', 'view', 'finding', 'left', 'why']);
		const finding = attributes.optional('finding');
		if (finding !== null && !findings.includes(finding)) {
			const reason = `“${shorten(finding)}” is no finding of this file.`;
			this.#report(attributes.lineOf('finding'), 'bad-value', reason);
		}
		return {
			id,
			text,
			stance: attributes.oneOf('stance', stances),
			depth: attributes.oneOf('depth', depths),
			intent: attributes.oneOf('intent', intents),
			view: attributes.oneOf('view', views, 'first'),
			left: attributes.optional('left'),
			why: attributes.optional('why'),
			finding
		};
	}
}
