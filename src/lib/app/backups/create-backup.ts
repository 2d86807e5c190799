import { makeBackup, type BackupFile, type BackupWork } from '$lib/backup/backup';
import type { Journal } from '$lib/journal/journal.svelte';
import type { Session } from '$lib/session/session.svelte';

/** A backup of a whole journal, as far as it opens. */
export interface CreatedBackup {
	made: BackupFile;
	/** How many records could not be opened, and so are not in it. */
	damaged: number;
	/** The journal's last write before it was read: another one now means that something is not in it. */
	changeToken: string;
}

/** Saves what is being written, reads everything, and makes a backup of it that this secret opens. */
export async function createBackup(
	{ session, journal, secret }: { session: Session; journal: Journal; secret: string },
	options: BackupWork,
	onFraction: (part: number) => void
): Promise<CreatedBackup> {
	await session.flush();
	const { snapshot, damage, changeToken } = await journal.readSnapshot(onFraction);
	options.signal?.throwIfAborted();
	return {
		made: await makeBackup(snapshot, secret, options),
		damaged: damage.length,
		changeToken
	};
}
