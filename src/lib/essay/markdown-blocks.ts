import { readFrontMatter } from '$lib/formats/front-matter';
import { heading, paragraph, pause, tidy, type Block, type Found } from './blocks';
import { withoutClosingSigns, withoutComments, withoutStress } from './markdown-signs';

/** Whether a text is written in Markdown, by the headings it has. */
export function isMarkdown(text: string): boolean {
	return /^#{1,6}\s+\S/m.test(text) || /^\S.{0,150}\n(=|-){3,}\s*$/m.test(text);
}

/** Reads Markdown: its headings, and its paragraphs as plain words. Raw HTML in it stays out. */
export async function markdownBlocks(text: string): Promise<Found> {
	const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
	const fronted = await readFrontMatter(lines);
	const said = (key: string): string => onOneLine(fronted?.keys.get(key) ?? '');
	const blocks: Block[] = [];
	let group: string[] = [];
	let fence = '';
	const flush = (): void => {
		const words = plain(group);
		group = [];
		if (words !== '') blocks.push(paragraph(words));
	};
	for (const line of [...(fronted?.body ?? lines).split('\n'), '']) {
		const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1] ?? '';
		if (mark !== '' && (fence === '' || mark.startsWith(fence))) {
			fence = fence === '' ? mark : '';
			continue;
		}
		const sharp = /^ {0,3}(#{1,6})\s+(.+)$/.exec(line);
		const under = /^ {0,3}(=+|-+)\s*$/.exec(line)?.[1];
		if (fence !== '') group.push(line);
		else if (sharp) {
			flush();
			blocks.push(heading(inline(withoutClosingSigns(sharp[2] ?? '')), sharp[1]?.length ?? 1));
		} else if (under && group.length === 1) {
			blocks.push(heading(inline(group[0] ?? ''), under.startsWith('=') ? 1 : 2));
			group = [];
		} else if (/^ {0,3}([*\-_])(\s*\1){2,}\s*$/.test(line)) {
			flush();
			blocks.push(pause);
		} else if (line.trim() === '') flush();
		else if (/^\s*([-*+]|\d{1,3}[.)])\s+/.test(line)) {
			flush();
			group.push(line.replace(/^\s*([-*+]|\d{1,3}[.)])\s+/, ''));
		} else group.push(line);
	}
	return { title: said('title'), author: said('author'), language: '', blocks };
}

/** A title, or the authors if they are a list, as one line. */
function onOneLine(value: string | string[]): string {
	return [value].flat().join(', ').replace(/\s+/g, ' ').trim();
}

/** Lines of one paragraph; two spaces or a backslash at an end keep the line. */
function plain(lines: readonly string[]): string {
	const joined = lines
		.map((line) => line.replace(/^\s*(>\s?)+/, ''))
		.map((line) => (/( {2}|\\)$/.test(line) ? `${line.replace(/\\$/, '')}\n` : `${line} `))
		.join('');
	return tidy(inline(joined));
}

/** Words without the signs that say how they look; pictures and raw HTML are left out, links keep their words. */
function inline(text: string): string {
	const words = withoutComments(text)
		.replace(/<\/?[a-z][^>]{0,500}>/gi, '')
		.replace(/!\[[^\]]{0,500}\]\([^)]{0,2000}\)/g, '')
		.replace(/\[([^\]]{0,500})\]\([^)]{0,2000}\)/g, '$1');
	return withoutStress(words)
		.replace(/`([^`]+)`/g, '$1')
		.replace(/\\([\\`*_{}[\]()#+\-.!>])/g, '$1');
}
