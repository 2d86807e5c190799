import { Parser } from 'htmlparser2';
import { textOf } from '$lib/formats/decode';
import type { GivenFile } from '$lib/formats/source';
import { filesIn, type Packed } from '$lib/formats/zip-reader';
import { pause, tidy, type Block, type Found } from './blocks';
import { EssayError } from './essay-error';
import { htmlBlocks } from './html-blocks';
import { limits } from './limits';

/** What a book says of itself (https://www.w3.org/TR/epub-33/#sec-package-doc), and its texts in their order. */
interface Package {
	title: string;
	author: string;
	language: string;
	chapters: string[];
}

/** Whether an archive is a book. */
export async function isBook(given: GivenFile): Promise<boolean> {
	return (await filesIn(given, 'UTC')).some(({ path }) => path === 'META-INF/container.xml');
}

/** Reads a book: its texts one after the other, without its own list of contents. Throws an EssayError or FormatError. */
export async function epubBlocks(given: GivenFile): Promise<Found> {
	const files = new Map((await filesIn(given, 'UTC')).map((file) => [file.path, file]));
	if (files.has('META-INF/encryption.xml') && files.has('META-INF/rights.xml')) {
		throw new EssayError('locked', 'the book is locked by its seller');
	}
	const root = /full-path\s*=\s*["']([^"']{1,1000})["']/.exec(
		await textIn(files, 'META-INF/container.xml')
	)?.[1];
	if (!root) throw new EssayError('damaged', 'the book does not say where its list is');
	const said = packageOf(await textIn(files, root), root);
	const blocks: Block[] = [];
	for (const path of said.chapters.slice(0, limits.chapters)) {
		if (!files.has(path)) continue;
		const chapter = htmlBlocks(await textIn(files, path)).blocks;
		if (blocks.length > 0 && chapter[0]?.kind === 'paragraph') blocks.push(pause);
		for (const block of chapter) blocks.push(block);
		if (blocks.length > limits.blocks) throw new EssayError('too-large', 'too many paragraphs');
	}
	const { title, author, language } = said;
	return { title, author, language, blocks };
}

function textIn(files: ReadonlyMap<string, Packed>, path: string): Promise<string> {
	const file = files.get(path);
	if (!file) throw new EssayError('damaged', 'a part of the book is missing');
	return textOf(file);
}

function packageOf(xml: string, path: string): Package {
	const said: Record<string, string> = {};
	const items = new Map<string, string>();
	const chapters: string[] = [];
	let inside = '';
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				const local = name.replace(/^.*:/, '');
				inside = local;
				const { id = '', href = '', idref = '', linear = '', properties = '' } = attributes;
				if (local === 'item' && !/(^|\s)nav(\s|$)/.test(properties)) items.set(id, href);
				if (local === 'itemref' && linear !== 'no') chapters.push(idref);
			},
			ontext(text) {
				if (['title', 'creator', 'language'].includes(inside)) {
					said[inside] = `${said[inside] ?? ''}${text}`;
				}
			},
			onclosetag: () => (inside = '')
		},
		{ xmlMode: true, decodeEntities: true }
	);
	parser.write(xml);
	parser.end();
	const { title = '', creator = '', language = '' } = said;
	return {
		title: tidy(title),
		author: tidy(creator),
		language: tidy(language),
		chapters: chapters.flatMap((id) => {
			const href = items.get(id);
			return href ? [beside(path, href)] : [];
		})
	};
}

/** The path of a file that is named from another one; it never leads out of the archive. */
function beside(path: string, href: string): string {
	const [name = ''] = href.split('#');
	let decoded = name;
	try {
		decoded = decodeURIComponent(name);
	} catch {
		// URIError: a name with a sign of per cent in it that means just that.
	}
	const way: string[] = [];
	for (const step of [...path.split('/').slice(0, -1), ...decoded.split('/')]) {
		if (step === '..') way.pop();
		else if (step !== '.' && step !== '') way.push(step);
	}
	return way.join('/');
}
