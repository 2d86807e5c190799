import { setTimeout as wait } from 'node:timers/promises';
import { visitable } from './pages.mjs';

/** How long a page is left alone once it is ready, in milliseconds. */
const AFTER = 300;

/**
 * Visits every page and notes what it, its workers and the service worker ask of any other host.
 *
 * @param {{ browser: import('puppeteer-core').Browser, url: string, root: string }} place
 */
export async function strangers({ browser, url, root }) {
	const pages = visitable(root);
	let asked = 0;
	/** @type {Set<string>} */
	const elsewhere = new Set();
	/** @param {string} address */
	const note = (address) => {
		asked += 1;
		const { origin, protocol } = new URL(address);
		if (/^(https?|wss?):$/.test(protocol) && origin !== new URL(url).origin) elsewhere.add(address);
	};
	/** @param {import('puppeteer-core').CDPSession} client */
	const listen = async (client) => {
		client.on('Network.requestWillBeSent', ({ request }) => note(request.url));
		// A worker that is over before it is listened to asks for nothing more.
		await client.send('Network.enable').catch(() => undefined);
	};
	/** @param {import('puppeteer-core').Target} target */
	const serviceWorker = async (target) => {
		if (target.type() === 'service_worker') await listen(await target.createCDPSession());
	};
	browser.on('targetcreated', serviceWorker);
	try {
		for (const path of pages) {
			const page = await browser.newPage();
			page.on('request', (request) => note(request.url()));
			page.on('workercreated', (worker) => listen(worker.client));
			await page.goto(new URL(path, url).href);
			await page.waitForSelector('html[data-ready]');
			await wait(AFTER);
			await page.close();
		}
	} finally {
		browser.off('targetcreated', serviceWorker);
	}
	return { pages: pages.length, asked, elsewhere: [...elsewhere] };
}

/**
 * @param {Awaited<ReturnType<typeof strangers>>} found
 * @returns {import('./report.mjs').Line[]}
 */
export const strangersLines = ({ pages, asked, elsewhere }) => [
	{
		name: 'requests to third parties',
		budget: '0',
		said: [`${elsewhere.length} of ${asked}, on ${pages} pages`, ...elsewhere].join(' '),
		within: elsewhere.length === 0
	}
];
