/**
 * Erases everything: removes all that the app stores in this browser, and returns what it could not remove. Nothing
 * brings it back.
 *
 * Only a call from a script does this. No address does, since any website can have a browser request any address.
 */
import { removeDatabases, removeTraces } from '$lib/storage/storage';
import { DATABASE } from './database-name';
import { broadcastErased } from './erase-channel';
import { removeOfflineCopy } from './offline-copy';
import { removeLocalKeys } from './local-keys';
import type { Session } from './session.svelte';
import { signalUnknown, storedPasskeys } from './stored-passkeys';

/**
 * The data that may remain: the database with the entries, encrypted bytes of it in the browser's files, the local
 * settings beside it, the offline copy of the app.
 */
export type Remainder = 'pages' | 'traces' | 'choices' | 'offline-copy';

/** The result of erasing: what remains, which should be nothing, and the passkeys that opened the erased journal. */
export interface EraseResult {
	remaining: Remainder[];
	passkeys: Passkeys;
}

/** The credential ids of passkeys. */
export type Passkeys = Awaited<ReturnType<typeof storedPasskeys>>;

/** The time limit of each step in milliseconds, after which it counts as failed. */
const TIMEOUT_MS = 10_000;

/**
 * Closes everything in all tabs and removes it. It can be called again, with the passkeys `known` from the first time:
 * what is gone already does no harm.
 */
export async function eraseAll(session: Session, known?: Passkeys): Promise<EraseResult> {
	broadcastErased();
	session.letGo();
	// They can be read only as long as the journal is there.
	const passkeys = known ?? (await findPasskeys());
	const [pages, copyGone] = await Promise.all([
		removeJournal(),
		withinTimeout(removeOfflineCopy())
	]);
	// Last, since a tab that was just opening the journal has set the marker.
	const keysGone = removeLocalKeys();
	const remaining: Remainder[] = pages ? [pages] : [];
	if (!keysGone) remaining.push('choices');
	if (!copyGone) remaining.push('offline-copy');
	// They still open a journal that remains.
	if (pages !== 'pages') await withinTimeout(signalUnknown(passkeys));
	return { remaining, passkeys };
}

/** Returns the passkeys that open the journal of this browser; none where that cannot be found out. */
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
		return 'traces'; // storage full, or no answer
	}
}

/** Returns the result of `work`, or null where it fails or takes too long. */
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
