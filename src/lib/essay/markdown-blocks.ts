import { heading, paragraph, pause, tidy, type Block, type Found } from './blocks';
import { withoutClosingSigns, withoutComments, withoutStress } from './markdown-signs';

/** Whether a text is written in Markdown, by the headings it has. */
export function isMarkdown(text: string): boolean {
	return /^#{1,6}\s+\S/m.test(text) || /^\S.{0,150}\n(=|-){3,}\s*$/m.test(text);
}

/** Reads Markdown: its headings, and its paragraphs as plain words. Raw HTML in it stays out. */
export function markdownBlocks(text: string): Found {
	const { front, body } = frontOf(text.replace(/\r\n?/g, '\n'));
	const blocks: Block[] = [];
	let group: string[] = [];
	let fence = '';
	const flush = (): void => {
		const words = plain(group);
		group = [];
		if (words !== '') blocks.push(paragraph(words));
	};
	for (const line of [...body.split('\n'), '']) {
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
	return { ...front, language: '', blocks };
}

/** The title and author of front matter, where there is any, and what stands below it. */
function frontOf(text: string): { front: { title: string; author: string }; body: string } {
	const found = /^\ufeff?---\n([\s\S]{0,20000}?)\n---\n/.exec(text);
	const value = (key: string): string =>
		new RegExp(`^${key}:\\s*["']?(.*?)["']?\\s*$`, 'im').exec(found?.[1] ?? '')?.[1] ?? '';
	const front = { title: value('title'), author: value('author') };
	return { front, body: found ? text.slice(found[0].length) : text };
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
