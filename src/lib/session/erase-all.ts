/**
 * Erases everything: removes all that the app stores in this browser, and returns what it could not remove. Nothing
 * brings it back.
 *
 * Only a call from a script does this. No address does, since any website can have a browser request any address.
 */
import { deleteDatabases, purgeDeletedData } from '$lib/storage/storage';
import { DATABASE_NAME } from './database-name';
import { broadcastErased } from './erase-channel';
import { removeOfflineCopy } from './offline-copy';
import { removeLocalKeys } from './web-storage';
import type { Session } from './session.svelte';
import { signalUnknownPasskeys, readPasskeys } from './stored-passkeys';

/**
 * The data that may remain: the database with the entries, encrypted bytes of it in the browser's files, the local
 * settings beside it, the offline copy of the app.
 */
export type Remainder = 'pages' | 'traces' | 'choices' | 'offline-copy';

/** The result of erasing: what remains, which should be nothing, and the passkeys that opened the erased journal. */
export interface EraseResult {
	remaining: Remainder[];
	passkeys: PasskeyIds;
}

/** The credential ids of passkeys. */
export type PasskeyIds = Awaited<ReturnType<typeof readPasskeys>>;

/** The time limit of each step in milliseconds, after which it counts as failed. */
const TIMEOUT_MS = 10_000;

/**
 * Closes everything in all tabs and removes it. It can be called again, with the passkeys `known` from the first time:
 * what is gone already does no harm.
 */
export async function eraseAll(session: Session, knownPasskeys?: PasskeyIds): Promise<EraseResult> {
	broadcastErased();
	session.discardAll();
	// They can be read only as long as the journal is there.
	const passkeys = knownPasskeys ?? (await findPasskeys());
	const [remainder, isCopyGone] = await Promise.all([
		removeJournal(),
		withinTimeout(removeOfflineCopy())
	]);
	// Last, since a tab that was just opening the journal has set the marker.
	const areKeysGone = removeLocalKeys();
	const remaining: Remainder[] = remainder ? [remainder] : [];
	if (!areKeysGone) remaining.push('choices');
	if (!isCopyGone) remaining.push('offline-copy');
	// They still open a journal that remains.
	if (remainder !== 'pages') await withinTimeout(signalUnknownPasskeys(passkeys));
	return { remaining, passkeys };
}

/** Returns the passkeys that open the journal of this browser; none where that cannot be found out. */
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
		return 'traces'; // storage full, or no answer
	}
}

/** Returns the result of `work`, or null where it fails or takes too long. */
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
