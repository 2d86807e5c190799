import { resolve } from '$app/paths';

/** The prefix of the names of our caches; an origin may hold those of other apps too. */
const CACHE_PREFIX = 'own-voice';

/**
 * Removes the offline copy of this app, and nothing of another app on the same origin. Unregisters the service worker
 * first, so that it makes no new copy; returns whether all of it is gone.
 */
export async function removeOfflineCopy(): Promise<boolean> {
	// Lockdown Mode and some private windows have neither.
	if ('serviceWorker' in navigator) {
		await Promise.all((await ownWorkers()).map(removeWorker));
	}
	if (!('caches' in globalThis)) return true;
	await Promise.all((await ownCaches()).map((name) => caches.delete(name)));
	return (await ownCaches()).length === 0;
}

/** Returns our service workers: the app below a path has a worker of exactly that scope. */
async function ownWorkers(): Promise<ServiceWorkerRegistration[]> {
	const scope = new URL(resolve('/'), location.href).href;
	const all = await navigator.serviceWorker.getRegistrations();
	return all.filter((registration) => registration.scope === scope);
}

async function ownCaches(): Promise<string[]> {
	return (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX));
}

async function removeWorker(registration: ServiceWorkerRegistration): Promise<void> {
	const { installing } = registration;
	await registration.unregister();
	if (installing) await installationEnd(installing);
}

/** Resolves when a worker is no longer being installed: until then it fills a cache. */
function installationEnd(worker: ServiceWorker): Promise<void> {
	return new Promise((resolvePromise) => {
		const check = (): void => {
			if (worker.state !== 'installing') resolvePromise();
		};
		worker.addEventListener('statechange', check);
		check();
	});
}
