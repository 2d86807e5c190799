/* global caches, location -- what is evaluated in the page */
import { ok } from 'node:assert/strict';
import { hasWorker } from './in-page.mjs';
import { TEXT } from './texts.mjs';
import { until } from './until.mjs';

/** One visit, and then no network. @type {import('./journeys.mjs').Journey[]} */
export const offline = [
	{
		name: 'after one visit the service worker holds the app',
		async walk({ person }) {
			await person.open('');
			await until('the worker has the page', () => person.tab.evaluate(hasWorker));
			const held = await person.tab.evaluate(async () => {
				const [name] = await caches.keys();
				const all = await (await caches.open(name)).keys();
				return all.map(({ url }) => new URL(url).pathname);
			});
			for (const path of ['/', '/write/', '/journal/', '/copies/bring-in/', '/404.html']) {
				ok(held.includes(path), `${path} is not held`);
			}
		}
	},
	{
		name: 'without a network: write, save, load anew',
		async walk(visit) {
			const { person } = visit;
			await visit.goOffline();
			const answered = await person.tab.evaluate(() =>
				fetch(`${location.origin}/_headers`).then(
					() => true,
					() => false
				)
			);
			ok(!answered, 'the network is still there');
			await person.beginJournal(TEXT);
			await person.reload();
			await person.reads('textarea', TEXT);
		}
	},
	{
		name: 'without a network: reread, search, open other pages',
		async walk({ person }) {
			await person.openFirstPage();
			await person.reads('[data-entry-text]', TEXT);
			await person.open('journal/');
			await person.fill('Search your pages', 'harbour');
			await person.sees('[role="status"]', '1 page.');
			for (const path of ['', 'read/9/', 'help/', 'settings/', 'about/']) {
				await person.open(path);
				await person.sees('h1');
			}
		}
	}
];
