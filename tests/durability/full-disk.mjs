/*
 * A disk that is really full: the browser's profile lies on a small file system of its own, which another file then
 * fills. What was saved must stay, "Saved" must not be said of what is not, the words must stand there, and all of it
 * must be saved once there is room again. Then the disk fills once more, the browser is killed over what it cannot
 * save, and started again three times: what was saved must be there each time.
 *
 *   sudo node tests/durability/full-disk.mjs [chromium|firefox] [megabytes]
 *
 * Only Linux, and only root, can mount such a file system; elsewhere `npm test` sets the browser's own quota instead
 * (tests/e2e/failure.test.ts).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, appendFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { findFirefox } from '../../scripts/find-firefox.mjs';
import { startServer } from '../../scripts/serve.mjs';
import { reachBox } from './typing.mjs';

/* global document */

const [kind = 'chromium', megabytes = '120'] = process.argv.slice(2);
const root = mkdtempSync(join(tmpdir(), 'own-voice-full-'));
execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', root]);
const filler = join(root, 'filler');
const { url, close } = await startServer({ root: 'build', port: 0 });
const firefox = kind === 'firefox';
const executablePath = firefox ? findFirefox() : (await findBrowser(process.cwd())).executablePath;
let browser = await start();
const faults = [];
const hold = (what, wanted, found) => {
	console.log(`${what}: ${wanted === found ? 'yes' : `NO, ${found} instead of ${wanted}`}`);
	if (wanted !== found) faults.push(what);
};
try {
	let page = await browser.newPage();
	await page.goto(`${url}write/`);
	await reachBox(page);
	const state = (value) =>
		page.waitForSelector(`[data-save="${value}"]`, { timeout: 30_000 }).then(
			() => value,
			() => page.$eval('[data-save]', (one) => one.getAttribute('data-save'))
		);
	const text = () => page.$eval('textarea', (one) => one.value);
	await page.keyboard.type('Saved while there was room.');
	hold('saved while there is room', 'saved', await state('saved'));

	fill(filler);
	// Larger than what the database may still hold in reserve.
	const long = `${'word '.repeat(120_000)}end`;
	await page.$eval(
		'textarea',
		(one, more) => one.setRangeText(more, one.value.length, one.value.length, 'end'),
		long
	);
	await page.keyboard.type('.');
	const wanted = `Saved while there was room.${long}.`;
	hold('said not to be saved when the disk is full', 'not-saved', await state('not-saved'));
	hold('the words stand there', true, (await text()) === wanted);

	rmSync(filler);
	await page.$$eval('button', (all) =>
		all.find((one) => one.textContent.includes('Try again'))?.click()
	);
	hold('saved when there is room again', 'saved', await state('saved'));
	await page.reload();
	await page.waitForSelector('textarea');
	await page.waitForFunction(() => document.querySelector('textarea').value.length > 0);
	hold('all of it is on the disk', true, (await text()) === wanted);

	fill(filler);
	await page.focus('textarea');
	await page.keyboard.type('Typed when it was full. ');
	hold('said not to be saved when the disk is full again', 'not-saved', await state('not-saved'));
	for (const time of ['first', 'second', 'third']) {
		await kill();
		rmSync(filler, { force: true });
		browser = await start();
		page = await browser.newPage();
		await page.goto(`${url}journal/`);
		const row = await page.waitForSelector('.row a').catch(() => null);
		await row?.click();
		const shown = await page.waitForSelector('[data-entry-text]').catch(() => null);
		const kept = await shown?.evaluate((one) =>
			one.textContent.includes('there was room.word word')
		);
		hold(`what was saved is there at the ${time} start`, true, kept);
	}
} finally {
	await browser.close();
	await close();
	execFileSync('umount', [root]);
	rmSync(root, { recursive: true });
}

function start() {
	return puppeteer.launch({
		browser: firefox ? 'firefox' : 'chrome',
		executablePath,
		userDataDir: join(root, 'profile'),
		args: firefox ? [] : ['--no-sandbox', '--disable-dev-shm-usage', '--disk-cache-size=1']
	});
}

/** SIGKILL to the whole group; returns when it is dead. */
async function kill() {
	const child = browser.process();
	const gone = new Promise((resolve) => child.once('exit', resolve));
	process.kill(-child.pid, 'SIGKILL');
	await gone;
}

/** Writes a file until there is no room for more. */
function fill(path) {
	for (const size of [1_000_000, 1_000]) {
		const piece = Buffer.alloc(size, 1);
		try {
			for (;;) appendFileSync(path, piece);
		} catch (error) {
			if (error.code !== 'ENOSPC') throw error;
		}
	}
}
process.exitCode = faults.length > 0 ? 1 : 0;
