/**
 * Letting go of everything: removes all that the app keeps in this browser, and says what it could not
 * remove. Nothing brings it back.
 *
 * Scripts alone do it, and only when they are called: no address does, since any website can have a browser ask for
 * any address.
 */
import { removeDatabases, removeTraces } from '$lib/storage/storage';
import { DATABASE } from './database-name';
import { broadcastErased } from './erase-channel';
import { removeOfflineCopy } from './offline-copy';
import { removeLocalKeys } from './local-keys';
import type { Session } from './session.svelte';
import { signalUnknown, storedPasskeys } from './stored-passkeys';

/**
 * What may still be there: the database with the pages, sealed bytes of it in the browser's files, the small choices
 * beside it, the offline copy of the app.
 */
export type Remainder = 'pages' | 'traces' | 'choices' | 'offline-copy';

/** What came of it: what is still there, which should be nothing, and the passkeys that opened what is gone. */
export interface EraseResult {
	remaining: Remainder[];
	passkeys: Passkeys;
}

/** The credential ids of passkeys. */
export type Passkeys = Awaited<ReturnType<typeof storedPasskeys>>;

/** How long any one step may take, in milliseconds, before it counts as failed. */
const TIMEOUT_MS = 10_000;

/**
 * Closes everything in all tabs and removes it. Can be called again, with the passkeys that were `known` the first
 * time: what is gone already is no hindrance.
 */
export async function eraseAll(session: Session, known?: Passkeys): Promise<EraseResult> {
	broadcastErased();
	session.letGo();
	// Known only as long as the journal is there.
	const passkeys = known ?? (await findPasskeys());
	const [pages, copyGone] = await Promise.all([
		removeJournal(),
		withinTimeout(removeOfflineCopy())
	]);
	// Last, since a tab that was just opening the journal noted that there is one.
	const keysGone = removeLocalKeys();
	const remaining: Remainder[] = pages ? [pages] : [];
	if (!keysGone) remaining.push('choices');
	if (!copyGone) remaining.push('offline-copy');
	// A journal that is still there is still opened by them.
	if (pages !== 'pages') await withinTimeout(signalUnknown(passkeys));
	return { remaining, passkeys };
}

/** The passkeys that open the journal of this browser; none where that cannot be found out. */
export async function findPasskeys(): Promise<Passkeys> {
	return (await withinTimeout(storedPasskeys())) ?? [];
}

/** Whether the host can be reached, and with it the app once its offline copy is gone. */
export async function isHostReachable(): Promise<boolean> {
	return (await withinTimeout(fetch('/', { method: 'HEAD', cache: 'no-store' })))?.ok ?? false;
}

async function removeJournal(): Promise<'pages' | 'traces' | null> {
	if ((await removeDatabases(DATABASE)).length > 0) return 'pages';
	try {
		await removeTraces(DATABASE);
		return null;
	} catch {
		return 'traces'; // no room for it, or no answer
	}
}

/** What `work` gives, or null where it fails or takes too long. */
async function withinTimeout<T>(work: Promise<T>): Promise<T | null> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const limit = new Promise<null>((resolve) => {
		timer = setTimeout(() => resolve(null), TIMEOUT_MS);
	});
	try {
		return await Promise.race([work, limit]);
	} catch {
		return null;
	} finally {
		clearTimeout(timer);
	}
}
