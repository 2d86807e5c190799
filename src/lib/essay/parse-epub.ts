import { Parser } from 'htmlparser2';
import { readText } from '$lib/formats/in/decode-text';
import type { InputFile } from '$lib/formats/in/source';
import { archiveFiles, type ArchiveFile } from '$lib/formats/in/zip-reader';
import { breakBlock, cleanText, type Block, type ParsedDocument } from './blocks';
import { EssayError } from './essay-error';
import { parseHtml } from './parse-html';
import { essayLimits } from './limits';

/** What a book says of itself (https://www.w3.org/TR/epub-33/#sec-package-doc), and its texts in their order. */
interface EpubPackage {
	title: string;
	author: string;
	language: string;
	chapterPaths: string[];
}

/** Whether an archive is a book. */
export async function isEpub(file: InputFile): Promise<boolean> {
	return (await archiveFiles(file, 'UTC')).some(({ path }) => path === 'META-INF/container.xml');
}

/** Reads a book: its texts one after the other, without its own list of contents. Throws an EssayError or FormatError. */
export async function parseEpub(file: InputFile): Promise<ParsedDocument> {
	const files = new Map((await archiveFiles(file, 'UTC')).map((file) => [file.path, file]));
	if (files.has('META-INF/encryption.xml') && files.has('META-INF/rights.xml')) {
		throw new EssayError('locked', 'the book is locked by its seller');
	}
	const packagePath = /full-path\s*=\s*["']([^"']{1,1000})["']/.exec(
		await readTextFile(files, 'META-INF/container.xml')
	)?.[1];
	if (!packagePath) throw new EssayError('damaged', 'the book does not say where its list is');
	const epubPackage = parsePackage(await readTextFile(files, packagePath), packagePath);
	const blocks: Block[] = [];
	for (const path of epubPackage.chapterPaths.slice(0, essayLimits.chapterCount)) {
		if (!files.has(path)) continue;
		const chapter = parseHtml(await readTextFile(files, path)).blocks;
		if (blocks.length > 0 && chapter[0]?.kind === 'paragraph') blocks.push(breakBlock);
		for (const block of chapter) blocks.push(block);
		if (blocks.length > essayLimits.blockCount) {
			throw new EssayError('too-large', 'too many paragraphs');
		}
	}
	const { title, author, language } = epubPackage;
	return { title, author, language, blocks };
}

function readTextFile(files: ReadonlyMap<string, ArchiveFile>, path: string): Promise<string> {
	const file = files.get(path);
	if (!file) throw new EssayError('damaged', 'a part of the book is missing');
	return readText(file);
}

function parsePackage(xml: string, path: string): EpubPackage {
	const metadata: Record<string, string> = {};
	const hrefsById = new Map<string, string>();
	const spineIds: string[] = [];
	let currentElement = '';
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				const local = name.replace(/^.*:/, '');
				currentElement = local;
				const { id = '', href = '', idref = '', linear = '', properties = '' } = attributes;
				if (local === 'item' && !/(^|\s)nav(\s|$)/.test(properties)) hrefsById.set(id, href);
				if (local === 'itemref' && linear !== 'no') spineIds.push(idref);
			},
			ontext(text) {
				if (['title', 'creator', 'language'].includes(currentElement)) {
					metadata[currentElement] = `${metadata[currentElement] ?? ''}${text}`;
				}
			},
			onclosetag: () => (currentElement = '')
		},
		{ xmlMode: true, decodeEntities: true }
	);
	parser.write(xml);
	parser.end();
	const { title = '', creator = '', language = '' } = metadata;
	return {
		title: cleanText(title),
		author: cleanText(creator),
		language: cleanText(language),
		chapterPaths: spineIds.flatMap((id) => {
			const href = hrefsById.get(id);
			return href ? [resolvePath(path, href)] : [];
		})
	};
}

/** The path of a file that is named from another one; it never leads out of the archive. */
function resolvePath(path: string, href: string): string {
	const [name = ''] = href.split('#');
	let decoded = name;
	try {
		decoded = decodeURIComponent(name);
	} catch {
		// URIError: a name with a sign of per cent in it that means just that.
	}
	const segments: string[] = [];
	for (const step of [...path.split('/').slice(0, -1), ...decoded.split('/')]) {
		if (step === '..') segments.pop();
		else if (step !== '.' && step !== '') segments.push(step);
	}
	return segments.join('/');
}
