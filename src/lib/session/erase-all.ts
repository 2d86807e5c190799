/**
 * Letting go of everything: removes all that the app keeps in this browser, and says what it could not
 * remove. Nothing brings it back.
 *
 * Scripts alone do it, and only when they are called: no address does, since any website can have a browser ask for
 * any address.
 */
import { deleteDatabases, purgeDeletedData } from '$lib/storage/storage';
import { DATABASE_NAME } from './database-name';
import { broadcastErased } from './erase-channel';
import { removeOfflineCopy } from './offline-copy';
import { removeLocalKeys } from './web-storage';
import type { Session } from './session.svelte';
import { signalUnknownPasskeys, readPasskeys } from './stored-passkeys';

/**
 * What may still be there: the database with the pages, sealed bytes of it in the browser's files, the small choices
 * beside it, the offline copy of the app.
 */
export type Remainder = 'pages' | 'traces' | 'choices' | 'offline-copy';

/** What came of it: what is still there, which should be nothing, and the passkeys that opened what is gone. */
export interface EraseResult {
	remaining: Remainder[];
	passkeys: PasskeyIds;
}

/** The credential ids of passkeys. */
export type PasskeyIds = Awaited<ReturnType<typeof readPasskeys>>;

/** How long any one step may take, in milliseconds, before it counts as failed. */
const TIMEOUT_MS = 10_000;

/**
 * Closes everything in all tabs and removes it. Can be called again, with the passkeys that were `known` the first
 * time: what is gone already is no hindrance.
 */
export async function eraseAll(session: Session, knownPasskeys?: PasskeyIds): Promise<EraseResult> {
	broadcastErased();
	session.discardAll();
	// Known only as long as the journal is there.
	const passkeys = knownPasskeys ?? (await findPasskeys());
	const [remainder, isCopyGone] = await Promise.all([
		removeJournal(),
		withinTimeout(removeOfflineCopy())
	]);
	// Last, since a tab that was just opening the journal noted that there is one.
	const areKeysGone = removeLocalKeys();
	const remaining: Remainder[] = remainder ? [remainder] : [];
	if (!areKeysGone) remaining.push('choices');
	if (!isCopyGone) remaining.push('offline-copy');
	// A journal that is still there is still opened by them.
	if (remainder !== 'pages') await withinTimeout(signalUnknownPasskeys(passkeys));
	return { remaining, passkeys };
}

/** The passkeys that open the journal of this browser; none where that cannot be found out. */
export async function findPasskeys(): Promise<PasskeyIds> {
	return (await withinTimeout(readPasskeys())) ?? [];
}

/** Whether the host can be reached, and with it the app once its offline copy is gone. */
export async function isHostReachable(): Promise<boolean> {
	return (await withinTimeout(fetch('/', { method: 'HEAD', cache: 'no-store' })))?.ok ?? false;
}

async function removeJournal(): Promise<'pages' | 'traces' | null> {
	if ((await deleteDatabases(DATABASE_NAME)).length > 0) return 'pages';
	try {
		await purgeDeletedData(DATABASE_NAME);
		return null;
	} catch {
		return 'traces'; // no room for it, or no answer
	}
}

/** What `work` gives, or null where it fails or takes too long. */
async function withinTimeout<T>(work: Promise<T>): Promise<T | null> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const timeout = new Promise<null>((resolve) => {
		timer = setTimeout(() => resolve(null), TIMEOUT_MS);
	});
	try {
		return await Promise.race([work, timeout]);
	} catch {
		return null;
	} finally {
		clearTimeout(timer);
	}
}
