import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '$lib/styles/styles.css';
import { newEntry, type Entry } from '$lib/model/entry';
import type { Journal } from '$lib/journal/journal.svelte';
import { newMarginNote } from '$lib/model/margin-note';
import { nextPaint } from '$lib/work/next-paint';
import PrintPanel from '../../src/routes/print/PrintPanel.svelte';

/* A thousand pages: twenty on the screen, all of them on the paper. */

const count = 1_000;
const day = 86_400_000;

/** Newest first, each with its place in time as its text: the oldest is `Page 1`. */
function pages(): Entry[] {
	return Array.from({ length: count }, (_, index) => {
		const entry = newEntry({ companion: 'walking-away' });
		const at = entry.written.at - index * day;
		return { ...entry, text: `Page ${count - index}`, written: { ...entry.written, at } };
	});
}

let place: HTMLElement;
let mounted: Record<string, unknown> | null = null;
beforeEach(() => {
	place = document.createElement('main');
	document.body.append(place);
	document.title = 'Own Voice';
});
afterEach(async () => {
	if (mounted) await unmount(mounted);
	place.remove();
	vi.restoreAllMocks();
});

function show(entries: readonly Entry[], ids: readonly string[] = []): void {
	const journal = { entries, loadStatus: 'whole' } as unknown as Journal;
	mounted = mount(PrintPanel, { target: place, props: { journal, ids } });
	flushSync();
}
function press(selector: string): void {
	place.querySelector<HTMLElement>(selector)?.click();
	flushSync();
}
const texts = (): string[] =>
	[...place.querySelectorAll('article .words')].map((words) => words.textContent);
const seen = (): number =>
	[...place.querySelectorAll('article')].filter((one) => one.checkVisibility()).length;
const inOrder = Array.from({ length: count }, (_, index) => `Page ${index + 1}`);

test('nothing is shown before pages are chosen, and then twenty stand for all', () => {
	show(pages());
	expect(texts()).toEqual([]);
	press('input[value=all]');
	expect(texts()).toEqual(inOrder.slice(0, 20));
	expect(place.querySelector('[role=status]')?.textContent).toContain('1000 pages');
});

test('when the browser prints, all are there in order, under a name that says nothing', () => {
	show(pages());
	press('input[value=all]');
	dispatchEvent(new Event('beforeprint'));
	expect(texts()).toEqual(inOrder);
	expect(document.title).toMatch(/^notes-\d{4}-\d\d-\d\d$/);
	expect(seen()).toBe(20);
	dispatchEvent(new Event('afterprint'));
	expect(document.title).toBe('Own Voice');
	// Some browsers say that they have printed before they have.
	expect(texts()).toEqual(inOrder);
});

test('our button lays all of them out first, and another order begins anew', async () => {
	const print = vi.spyOn(window, 'print').mockReturnValue();
	show(pages());
	press('input[value=all]');
	let then: string[] = [];
	print.mockImplementation(() => (then = texts()));
	press('.tools button.button');
	await expect.poll(() => print.mock.calls.length).toBe(1);
	expect(then).toEqual(inOrder);
	press('input[value=newest]');
	expect(texts()).toEqual(inOrder.toReversed().slice(0, 20));
	dispatchEvent(new Event('beforeprint'));
	expect(texts()).toEqual(inOrder.toReversed());
	dispatchEvent(new Event('afterprint'));
});

test('whoever goes elsewhere while the pages are laid out no longer prints', async () => {
	const print = vi.spyOn(window, 'print').mockReturnValue();
	show(pages());
	press('input[value=all]');
	press('.tools button.button');
	if (mounted) await unmount(mounted);
	mounted = null;
	// As many frames as laying out a thousand pages takes, and more.
	for (let frame = 0; frame < 60; frame += 1) await nextPaint();
	expect(print).not.toHaveBeenCalled();
});

test('what comes along is chosen: questions, margin notes, feelings', () => {
	const entry: Entry = {
		...newEntry({ companion: 'walking-away' }),
		question: { promptId: 'one', text: 'What of the lamp?', stance: null, depth: null },
		text: 'It was on.',
		margin: [newMarginNote('It is off now.')],
		before: { feel: -1, stir: null },
		words: ['torn'],
		tags: ['lamps'],
		threshold: 'not when tired'
	};
	show([entry], [entry.id]);
	const paper = (): string => place.querySelector('article')?.textContent ?? '';
	expect(paper()).toContain('What of the lamp?');
	expect(paper()).toContain('It is off now.');
	expect(paper()).not.toContain('torn');
	const ticks = [...place.querySelectorAll<HTMLElement>('.checkbox')];
	for (const word of ['Questions', 'Margin notes', 'Feelings and check-ins']) {
		ticks.find((tick) => tick.textContent.trim() === word)?.click();
	}
	flushSync();
	expect(paper()).not.toContain('What of the lamp?');
	expect(paper()).not.toContain('It is off now.');
	expect(paper()).toContain('a little unpleasant');
	expect(paper()).toContain('torn');
	expect(paper()).toContain('It was on.');
	// What is said to oneself, and what a page is found by, is for nobody else.
	expect(paper()).not.toContain('lamps');
	expect(paper()).not.toContain('tired');
});
