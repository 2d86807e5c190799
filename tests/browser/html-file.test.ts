import { expect, test } from 'vitest';
import { entryDefaults, type Entry } from '$lib/model/entry';
import { writeEntries } from '$lib/formats/formats';

/* The HTML file of pages, opened by a browser as its reader would. */

/** What has made pages of others run what nobody asked for; each calls `ran` if it does here. */
const attacks = [
	'<script>parent.ran()</script>',
	'</style><script>parent.ran()</script>',
	'</title><script>parent.ran()</script>',
	'--><script>parent.ran()</script><!--',
	']]><script>parent.ran()</script>',
	'<img src=x onerror=parent.ran()>',
	'<img src="x` `<script>parent.ran()</script>"` `>',
	'<svg onload=parent.ran()>',
	'<svg><script>parent.ran()</script></svg>',
	'<svg><animate onbegin=parent.ran() attributeName=x dur=1s>',
	'<math><mtext><table><mglyph><style><img src=x onerror=parent.ran()>',
	'<noscript><p title="</noscript><img src=x onerror=parent.ran()>">',
	'<details open ontoggle=parent.ran()>',
	'<iframe srcdoc="<script>parent.parent.ran()</script>"></iframe>',
	'<iframe src="javascript:parent.parent.ran()"></iframe>',
	'<object data="javascript:parent.ran()"></object>',
	'<embed src="data:text/html,<script>parent.ran()</script>">',
	'<meta http-equiv="refresh" content="0;url=javascript:parent.ran()">',
	'<base href="https://elsewhere.example/">',
	'<link rel="stylesheet" href="https://elsewhere.example/a.css">',
	'<style>@import url(https://elsewhere.example/b.css);</style>',
	'<form action="https://elsewhere.example/"><input autofocus onfocus=parent.ran()></form>',
	'<a href="javascript:parent.ran()">a</a>',
	'<body onload=parent.ran()>',
	'<video><source onerror=parent.ran()></video>',
	'<input autofocus onfocus=parent.ran()>',
	'<marquee onstart=parent.ran()>',
	'<x contenteditable onblur=parent.ran()>x</x>',
	'" onmouseover="parent.ran()" x="',
	"' onmouseover='parent.ran()' x='",
	'" autofocus onfocus=parent.ran() tabindex=1 x="',
	'&lt;script&gt;parent.ran()&lt;/script&gt;',
	'&#60;script&#62;parent.ran()&#60;/script&#62;',
	'&#x3C;img src=x onerror=parent.ran()&#x3E;',
	'\u2028<script>parent.ran()</script>',
	'<scr\0ipt>parent.ran()</scr\0ipt>',
	'<ſcript>parent.ran()</ſcript>',
	'＜script＞parent.ran()＜/script＞',
	'+ADw-script+AD4-parent.ran()+ADw-/script+AD4-',
	'{{constructor.constructor("parent.ran()")()}}',
	'${parent.ran()}'
];

function page(attack: string): Entry {
	const written = { at: Date.UTC(2026, 2, 4), zone: 'UTC', day: '2026-03-04' };
	return {
		...entryDefaults,
		id: 'a'.repeat(32),
		companion: '',
		section: { id: 'x', number: 1, name: attack },
		question: { promptId: 'x', text: attack, stance: null, depth: null },
		text: attack,
		written,
		changed: written,
		finished: true,
		versions: [],
		label: attack,
		tags: [attack],
		words: [attack],
		margin: [{ id: 'b'.repeat(32), text: attack, written }],
		copyOf: null
	};
}

/** Opens a file beside the test and hands over its document once all of it is there. */
async function opened(file: Blob): Promise<{ there: Document; close: () => void }> {
	const frame = document.createElement('iframe');
	const url = URL.createObjectURL(file);
	const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
	frame.src = url;
	document.body.append(frame);
	await loaded;
	const there = frame.contentDocument;
	if (!there) throw new Error('the file did not open');
	return {
		there,
		close() {
			frame.remove();
			URL.revokeObjectURL(url);
		}
	};
}

test('nothing in a page becomes anything but text, and nothing is asked for', async () => {
	let runs = 0;
	Object.assign(window, { ran: () => (runs += 1) });
	const pages = attacks.map(page);
	const options = { questions: true, margin: true, checkIns: true };
	const { there, close } = await opened(await writeEntries('html', pages, options));
	const tags = new Set(Array.from(there.querySelectorAll('*'), ({ localName }) => localName));
	expect([...tags].toSorted()).toEqual([
		...[
			'a',
			'article',
			'bdi',
			'body',
			'dd',
			'div',
			'dl',
			'dt',
			'h1',
			'h2',
			'h3',
			'head',
			'html',
			'li'
		],
		...['main', 'meta', 'nav', 'ol', 'p', 'section', 'style', 'time', 'title']
	]);
	const names = new Set(
		Array.from(there.querySelectorAll('main *'), (one) => one.getAttributeNames()).flat()
	);
	expect([...names].toSorted()).toEqual([
		...['aria-label', 'aria-labelledby', 'class', 'datetime', 'dir', 'href', 'id', 'lang']
	]);
	const said = Array.from(there.querySelectorAll('.text'), ({ textContent }) => textContent.trim());
	// U+0000 is the one letter of these that no document of HTML can have.
	expect(said).toEqual(attacks.map((attack) => attack.replaceAll('\0', '\ufffd').trim()));
	const style = there.querySelector('style');
	expect(
		style && there.defaultView?.getComputedStyle(there.querySelector('main') as Element).maxWidth
	).not.toBe('none');
	expect(there.defaultView?.performance.getEntriesByType('resource')).toEqual([]);
	expect(runs).toBe(0);
	close();
});

test('the policy of a written web page stops a script that someone puts into the file', async () => {
	let runs = 0;
	Object.assign(window, { ran: () => (runs += 1) });
	const html = await (
		await writeEntries('html', [page('x')], { questions: true, margin: true, checkIns: true })
	).text();
	const changed = html.replace(
		'</main>',
		'<script>parent.ran()</script><img src="x" onerror="parent.ran()"></main>'
	);
	const { there, close } = await opened(new Blob([changed], { type: 'text/html' }));
	expect(there.querySelectorAll('script')).toHaveLength(1);
	expect(runs).toBe(0);
	const bare = changed.replace(/<meta http-equiv[^>]*>/, '');
	const open = await opened(new Blob([bare], { type: 'text/html' }));
	expect(runs).toBeGreaterThan(0);
	open.close();
	close();
});
