/* global document, requestAnimationFrame -- what is evaluated in the page */
/*
 * How long a journal takes to open, from the press on Open to its list, and the longest task that holds the
 * page up meanwhile. The built app, served as by `npm start`, in Chromium.
 *
 *   npm run build && node tests/durability/unlock-cost.mjs [entries] [times]
 */
import { setTimeout as wait } from 'node:timers/promises';
import process from 'node:process';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { startServer } from '../../scripts/serve.mjs';

const [entries = '10', times = '10'] = process.argv.slice(2);
const secret = 'quiet harbour with seventeen boats';
const server = await startServer({
	root: new URL('../../build', import.meta.url).pathname,
	port: 0
});
const { executablePath } = await findBrowser(process.cwd());
const browser = await puppeteer.launch({
	executablePath,
	args: ['--no-sandbox', '--disable-dev-shm-usage']
});
const page = await browser.newPage();

/** @param {string} selector @param {string} text */
async function sees(selector, text = '') {
	for (let tries = 0; tries < 1500; tries += 1) {
		const found = await page.evaluate(
			(what, begins) =>
				[...document.querySelectorAll(what)].some((one) =>
					one.textContent.trim().startsWith(begins)
				),
			selector,
			text
		);
		if (found) return;
		await wait(20);
	}
	throw new Error(`${selector} ${text} did not come at ${page.url()}`);
}

/** @param {string} text */
async function press(text) {
	await sees('button:enabled, a', text);
	await page.evaluate((begins) => {
		const all = [...document.querySelectorAll('button:enabled, a')];
		all.find((one) => one.checkVisibility() && one.textContent.trim().startsWith(begins))?.click();
	}, text);
}

/** @param {string} selector @param {string} text */
async function fill(selector, text) {
	await sees(selector);
	await page.focus(selector);
	await page.keyboard.type(text);
}

await page.goto(`${server.url}write/`);
await sees('html[data-ready]');
await press('Yes');
await press('Choose my own');
await fill('.field-line input', secret);
await fill('.field-line + .field-line input', secret);
await press('Use this');
await sees('.groups li');
const groups = await page.$$eval('.groups li', (all) => all.map((one) => one.textContent.trim()));
await press('I have written it down');
await fill('.field-line input', groups.join('-'));
await press('Go on');
for (let index = 0; index < Number(entries); index += 1) {
	await press('Begin');
	await fill('textarea', `Page ${index} has a few lines, as most do. `.repeat(12));
	await sees('[data-save="saved"]');
	await press('Stop here');
	await press('Keep this page');
	await sees('h1', 'Kept');
	await press('Journal');
	await sees('.row');
	await press('Help');
	await sees('h1', 'Talk to someone');
	await press('Read');
	await press('Just write');
}

const took = [];
const longest = [];
for (let turn = 0; turn < Number(times); turn += 1) {
	await page.goto(`${server.url}journal/`);
	await sees('h1', 'Closed for now');
	await fill('.field-line input', secret);
	const { opened, tasks } = await page.evaluate(async () => {
		/** @type {number[]} */
		const tasks = [];
		const observer = new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) tasks.push(duration);
		});
		observer.observe({ type: 'longtask' });
		const since = performance.now();
		document.querySelector('form button[type="submit"]')?.click();
		while (!document.querySelector('.row')) await new Promise(requestAnimationFrame);
		const opened = performance.now() - since;
		// A task is told of when it has ended.
		await new Promise((resolve) => setTimeout(resolve, 200));
		return { opened, tasks };
	});
	took.push(Math.round(opened));
	longest.push(Math.round(Math.max(0, ...tasks)));
}
const middle = (/** @type {number[]} */ all) => [...all].sort((a, b) => a - b)[all.length >> 1];
console.log(
	`${entries} entries, ${times} times: opened after ${middle(took)} ms (${took.join(', ')})`
);
console.log(`longest task of each (0: none over 50 ms): ${longest.join(', ')}`);
await browser.close();
await server.close();
