/* global document, requestAnimationFrame -- what is evaluated in the page */
import { setTimeout as wait } from 'node:timers/promises';
import { visit, whole } from './browser.mjs';
import { median, quantile, rounded } from './numbers.mjs';

const SECONDS = 5;

/** @param {import('puppeteer-core').Page} page */
const nodesIn = (page) =>
	page.evaluate(() => {
		const walker = document.createTreeWalker(document);
		let all = 1;
		while (walker.nextNode()) all += 1;
		return { nodes: all, elements: document.querySelectorAll('*').length };
	});

/**
 * Notes the time between frames while `during` runs, and returns the share of frames that did not come, by
 * the screen's usual 60 in a second.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {() => Promise<void>} during
 */
async function frames(page, during) {
	await page.evaluate(() => {
		const times = [];
		globalThis.frames_ = times;
		const frame = (now) => {
			times.push(now);
			if (globalThis.frames_ === times) requestAnimationFrame(frame);
		};
		requestAnimationFrame(frame);
	});
	await during();
	/** @type {number[]} */
	const times = await page.evaluate(() => {
		const times = globalThis.frames_;
		globalThis.frames_ = null;
		return times;
	});
	const between = times.slice(1).map((time, index) => time - (times[index] ?? 0));
	const due = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / (1000 / 60);
	const missed = between.reduce(
		(sum, one) => sum + Math.max(0, Math.round(one / (1000 / 60)) - 1),
		0
	);
	return { missed: rounded(missed / due, 3), longest: rounded(Math.max(0, ...between)) };
}

/**
 * What the open list weighs and how it moves, and how long a page takes from the click to its text.
 *
 * @param {import('./opening.mjs').Place} place
 * @param {number} times
 */
export async function reading({ browser, url, filled }, times) {
	const page = await visit(browser, `${url}journal/`, filled.listed);
	await whole(page, filled.records);
	await page.waitForFunction(() => globalThis.noted.all > 0);
	await wait(500);
	const atTop = await nodesIn(page);
	const still = await frames(page, () => wait(SECONDS * 1000));
	await page.mouse.move(640, 400);
	let nodes = atTop;
	const scrolling = await frames(page, async () => {
		const until = Date.now() + SECONDS * 1000;
		while (Date.now() < until) {
			await page.mouse.wheel({ deltaY: 240 });
			await wait(30);
		}
	});
	const after = await nodesIn(page);
	if (after.nodes > nodes.nodes) nodes = after;
	const opened = [];
	for (let turn = 0; turn < times; turn += 1) {
		opened.push(await openOne(page));
		await page.goBack();
		await page.waitForSelector('[data-line]');
		await wait(200);
	}
	const heap = await heapOf(page);
	await page.close();
	return {
		entry: { median: rounded(median(opened)), p95: rounded(quantile(opened, 0.95)) },
		scrolling: { ...scrolling, still: still.missed },
		...nodes,
		heap
	};
}

/**
 * Presses a line that is on the screen, and waits for the text of its page to be painted.
 *
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<number>} milliseconds
 */
function openOne(page) {
	return page.evaluate(async () => {
		const lines = [...document.querySelectorAll('[data-line]')].filter((line) => {
			const { top, bottom } = line.getBoundingClientRect();
			return top > 0 && bottom < 800 && !line.querySelector('.flag');
		});
		const since = performance.now();
		lines[Math.floor(lines.length / 2)]?.querySelector('a')?.click();
		while (!document.querySelector('[data-entry-text]')) {
			await new Promise(requestAnimationFrame);
		}
		await new Promise((resolve) => setTimeout(resolve));
		return performance.now() - since;
	});
}

/**
 * The memory that the page's scripts hold after a collection, in MB; that of the worker is not in it.
 *
 * @param {import('puppeteer-core').Page} page
 */
async function heapOf(page) {
	const client = await page.createCDPSession();
	await client.send('HeapProfiler.collectGarbage');
	const { usedSize } = await client.send('Runtime.getHeapUsage');
	return rounded(usedSize / 2 ** 20);
}
