import { afterEach, beforeEach, expect, test } from 'vitest';
import { preserveTextNodes } from '$lib/ui/preserve-text-nodes';

/* Text nodes that a translator took out of the document go on saying what the app writes to them. */

let root: HTMLElement;
let end: () => void;

beforeEach(() => {
	root = document.createElement('div');
	document.body.append(root);
	end = preserveTextNodes(root);
});
afterEach(() => {
	end();
	root.remove();
});

/** Puts a translation in the place of a text, as a translator does, and returns it. */
function translate(text: Text, words: string): Element {
	const outer = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
	const inner = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
	inner.textContent = words;
	outer.append(inner);
	text.replaceWith(outer);
	return outer;
}

/** Observers are told of a change before the next task. */
const told = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('a translated text is shown in translation, and its own node stays in the document', async () => {
	const text = new Text('Saved');
	root.append(text);
	translate(text, 'Gespeichert');
	await told();
	expect(root.textContent).toBe('Gespeichert');
	expect(text.isConnected).toBe(true);
});

test('what the app writes to a translated text is shown, and the old translation is gone', async () => {
	const text = new Text('Saved');
	root.append(text);
	translate(text, 'Gespeichert');
	await told();
	text.data = 'Not saved';
	await told();
	expect(root.textContent).toBe('Not saved');
	translate(text, 'Nicht gespeichert');
	await told();
	text.data = '';
	await told();
	expect(root.textContent).toBe('');
});

test('a translated text that the app removes takes its translation along', async () => {
	const text = new Text('Not saved');
	root.append('Before. ', text);
	translate(text, 'Nicht gespeichert');
	await told();
	text.remove();
	await told();
	expect(root.textContent).toBe('Before. ');
});

test('a translated text that the app moves takes its translation along', async () => {
	const text = new Text('one');
	const list = document.createElement('p');
	root.append(text, list);
	translate(text, 'eins');
	await told();
	list.append(text);
	await told();
	expect(list.textContent).toBe('eins');
});

test('the original comes back with its words when the translator puts it back', async () => {
	const text = new Text('Saved');
	root.append(text);
	const shown = translate(text, 'Gespeichert');
	await told();
	shown.replaceWith(text);
	await told();
	expect(root.textContent).toBe('Saved');
});

test('words that the app itself takes away and puts elsewhere are left alone', async () => {
	const text = new Text('one');
	const bold = document.createElement('b');
	bold.textContent = 'two';
	root.append(text);
	text.replaceWith(bold);
	await told();
	expect(root.innerHTML).toBe('<b>two</b>');
	expect(text.data).toBe('one');
});
