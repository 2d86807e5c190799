/**
 * Letting go of everything: removes all that the app keeps in this browser, and says what it could not
 * remove. Nothing brings it back.
 *
 * Scripts remove what scripts can reach. The bytes of it stay in the browser's files for a while, so in
 * the end the host is asked for `/wipe/`, whose answer makes the browser clear those files too.
 */
import { removeDatabases } from '$lib/storage/storage';
import { DATABASE } from './database-name';
import { tellLetGo } from './let-go-channel';
import { removeOwnKeys } from './own-keys';
import type { Session } from './session.svelte';

/**
 * What may still be there: the database with the pages, the small choices beside it, the offline copy
 * of the app.
 */
export type Remainder = 'pages' | 'choices' | 'offline-copy';

/** The page that tells what was done. Its answer carries `Clear-Site-Data`. */
const WIPE = '/wipe/';
/** An empty cache. */
const PROBE = 'own-voice-probe';
/** How long any one step may take, in milliseconds, before it counts as failed. */
const PATIENCE = 10_000;

/**
 * Closes everything in all tabs and removes it; returns what is still there, which should be nothing.
 * Can be called again: what is gone already is no hindrance.
 */
export async function letEverythingGo(session: Session): Promise<Remainder[]> {
	tellLetGo();
	session.letGo();
	const [databases, copyGone] = await Promise.all([
		removeDatabases(DATABASE),
		inTime(removeOfflineCopy())
	]);
	// Last, since a tab that was just opening the journal noted that there is one.
	const keysGone = removeOwnKeys();
	const left: Remainder[] = [];
	if (databases.length > 0) left.push('pages');
	if (!keysGone) left.push('choices');
	if (!copyGone) left.push('offline-copy');
	return left;
}

/**
 * Whether the browser clears everything on the answer for `/wipe/`: the host can be reached, sends the
 * header, and the browser follows it. The answer asked for here has that effect already; going there
 * shows it, and takes this page out of memory.
 */
export async function canWipe(): Promise<boolean> {
	// Browsers follow the header on https and on this machine only.
	if (!isSecureContext) return false;
	return (await inTime(wipes())) ?? false;
}

/** Whether the host can be reached. Asked for anything but `/wipe/`, whose answer empties the browser. */
export async function hostAnswers(): Promise<boolean> {
	return (await inTime(fetch('/', { method: 'HEAD', cache: 'no-store' })))?.ok ?? false;
}

/** Chromium hides the header from scripts, so something is laid out for it to take away. */
async function wipes(): Promise<boolean> {
	await caches.open(PROBE);
	try {
		const { ok, headers } = await fetch(WIPE, { method: 'HEAD', cache: 'no-store' });
		return ok && (headers.has('clear-site-data') || !(await caches.has(PROBE)));
	} finally {
		await caches.delete(PROBE);
	}
}

/** Goes to `/wipe/` in place of this page. */
export function goToWipe(): void {
	location.replace(WIPE);
}

/** Unregisters the service worker first, so that it makes no new copy; returns whether all of it is gone. */
async function removeOfflineCopy(): Promise<boolean> {
	// Lockdown Mode and some private windows have neither.
	if ('serviceWorker' in navigator) {
		const registrations = await navigator.serviceWorker.getRegistrations();
		await Promise.all(
			registrations.map(async (registration) => {
				const { installing } = registration;
				await registration.unregister();
				if (installing) await noLongerInstalling(installing);
			})
		);
	}
	if (!('caches' in globalThis)) return true;
	const names = await caches.keys();
	await Promise.all(names.map((name) => caches.delete(name)));
	return (await caches.keys()).length === 0;
}

/** A worker that is being installed fills a cache until it is told to stop, or done. */
function noLongerInstalling(worker: ServiceWorker): Promise<void> {
	return new Promise((resolve) => {
		const look = (): void => {
			if (worker.state !== 'installing') resolve();
		};
		worker.addEventListener('statechange', look);
		look();
	});
}

/** What `work` gives, or null where it fails or takes too long. */
async function inTime<T>(work: Promise<T>): Promise<T | null> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const limit = new Promise<null>((resolve) => {
		timer = setTimeout(() => resolve(null), PATIENCE);
	});
	try {
		return await Promise.race([work, limit]);
	} catch {
		return null;
	} finally {
		clearTimeout(timer);
	}
}
