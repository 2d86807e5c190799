/*
 * The service worker, for offline use: it caches all files of exactly one build, and answers from them alone. A newer
 * build waits until every page of this one is closed, so no page ever gets files of two builds, and none loses its
 * files while it has unsaved words.
 */
import { build, files, prerendered, version } from '$service-worker';
import { answer } from './answer';

const self_ = globalThis.self as unknown as ServiceWorkerGlobalScope;
const NAME = `own-voice-${version}`;
// `_headers` is for the host, and `/404` is cached as a file; everything else is part of the app. A page among the
// files is cached by its address: many hosts redirect `index.html` there.
const everything = [
	...build,
	...files
		.filter((file) => file !== '/_headers')
		.map((file) => file.replace(/\/index\.html$/, '/')),
	...prerendered.filter((path) => path !== '/404'),
	'/404.html'
];

self_.addEventListener('install', (event) => {
	event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(everything)));
});

self_.addEventListener('activate', (event) => {
	event.waitUntil(
		(async () => {
			const older = (await caches.keys()).filter(
				(name) => name !== NAME && name.startsWith('own-voice-')
			);
			for (const name of older) await caches.delete(name);
			// On the very first visit the page that registered this worker is answered by it. A page of an older build
			// is never taken over.
			if (older.length === 0) await self_.clients.claim();
		})()
	);
});

self_.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin } = new URL(request.url);
	if (origin === self_.location.origin && request.method === 'GET') {
		event.respondWith(answer(request, NAME));
	}
});
