/*
 * The service worker, for offline use: it caches all files of exactly one build, and answers from them alone. A newer
 * build waits until every page of this one is closed, so no page ever gets files of two builds, and none loses its
 * files while it has unsaved words.
 */
import { build, files, prerendered, version } from '$service-worker';
import { respondFromCache } from './respond-from-cache';

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;
const CACHE_NAME = `own-voice-${version}`;
// `_headers` is for the host, and `/404` is cached as a file; everything else is part of the app. A page among the
// files is cached by its address: many hosts redirect `index.html` there.
const cachedUrls = [
	...build,
	...files
		.filter((file) => file !== '/_headers')
		.map((file) => file.replace(/\/index\.html$/, '/')),
	...prerendered.filter((path) => path !== '/404'),
	'/404.html'
];

worker.addEventListener('install', (event) => {
	event.waitUntil(caches.open(CACHE_NAME).then((cache) => cache.addAll(cachedUrls)));
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(
		(async () => {
			const olderCaches = (await caches.keys()).filter(
				(name) => name !== CACHE_NAME && name.startsWith('own-voice-')
			);
			for (const name of olderCaches) await caches.delete(name);
			// On the very first visit the page that registered this worker is answered by it. A page of an older build
			// is never taken over.
			if (olderCaches.length === 0) await worker.clients.claim();
		})()
	);
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin } = new URL(request.url);
	if (origin === worker.location.origin && request.method === 'GET') {
		event.respondWith(respondFromCache(request, CACHE_NAME));
	}
});
