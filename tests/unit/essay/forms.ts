import { strToU8, zipSync } from 'fflate';

/* One essay in the forms in which people have it. */

export interface Plain {
	title: string;
	author: string;
	parts: { heading: string | null; paragraphs: string[] }[];
}

/** Lines one below the other, as what is copied out of a page. */
export function asText({ title, parts }: Plain): string {
	return [title, ...parts.flatMap(({ heading, paragraphs }) => [heading ?? '', ...paragraphs])]
		.filter((line) => line !== '')
		.join('\n');
}

/** With empty lines between its paragraphs. */
export function asSpacedText(essay: Plain): string {
	return asText(essay).split('\n').join('\n\n');
}

export function asMarkdown({ title, author, parts }: Plain): string {
	const body = parts.flatMap(({ heading, paragraphs }) => [
		...(heading ? [`## ${heading}`] : []),
		...paragraphs.map((text) => text.replace('quiet', '*quiet*'))
	]);
	return [`# ${title}`, `By ${author}`, ...body].join('\n\n');
}

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('’', '&rsquo;');

const body = ({ parts }: Plain): string =>
	parts
		.flatMap(({ heading, paragraphs }) => [
			...(heading ? [`<h2 class="title-2"><span>${escaped(heading)}</span></h2>`] : []),
			...paragraphs.map((text) => `<p data-x="1">${escaped(text)}</p>`)
		])
		.join('\n');

/** A saved page, with all that stands about an essay there. */
export function asWebPage(essay: Plain): string {
	const { title, author } = essay;
	return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)} | Some Stories</title>
<meta name="author" content="${author}"><style>p { color: red }</style><script>document.title = 'run'</script></head><body>
<header><a href="/">Home</a> <nav><ul><li>Topics</li><li>Sign in</li></ul></nav></header>
<div id="content"><h1>${escaped(title)}</h1><div class="meta"><p>By ${author}</p><p>Published 8 months ago</p><p>3 min read</p></div>
<figure><img src="https://example.org/a.jpg" onerror="alert(1)"><figcaption>Photo by Somebody</figcaption></figure>
<div class="share-buttons"><button>Share</button></div>
${body(essay)}
<div class="tags"><a>healing</a></div><h3>About the Creator</h3><p>${author} writes about quiet things.</p>
<h3>Comments (2)</h3><p>This is somebody else’s comment, which is not to come along at all.</p></div>
<aside>More to read</aside><footer>© 2026 Some Stories</footer></body></html>`;
}

/** A book with its title page, its list of contents, and a chapter a part. */
export function asBook(essay: Plain): Uint8Array<ArrayBuffer> {
	const page = (inner: string): string =>
		`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${inner}</body></html>`;
	const chapters = essay.parts.map((part) => page(body({ ...essay, parts: [part] })));
	const items = chapters.map((_, at) => `<item id="c${at}" href="text/c%20${at}.xhtml"/>`).join('');
	const refs = chapters.map((_, at) => `<itemref idref="c${at}"/>`).join('');
	return zipSync({
		mimetype: strToU8('application/epub+zip'),
		'META-INF/container.xml': strToU8(
			'<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
		),
		'OEBPS/book.opf': strToU8(
			`<package><metadata xmlns:dc="x"><dc:title>${escaped(essay.title)}</dc:title><dc:creator>${essay.author}</dc:creator><dc:language>en</dc:language></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav"/>${items}</manifest><spine><itemref idref="nav"/>${refs}</spine></package>`
		),
		'OEBPS/nav.xhtml': strToU8(page('<nav><ol><li>Contents</li></ol></nav>')),
		...Object.fromEntries(
			chapters.map((text, at) => [`OEBPS/text/c ${at}.xhtml`, strToU8(text)] as const)
		)
	});
}
