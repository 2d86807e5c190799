import { makeBackup, type BackupFile } from '$lib/backup/backup';
import type { TaskOptions } from '$lib/app/progress/task.svelte';
import type { Journal } from '$lib/journal/journal.svelte';
import type { Session } from '$lib/session/session.svelte';

/** A backup of a whole journal, as far as it can be decrypted. */
export interface CreatedBackup {
	made: BackupFile;
	/** How many records could not be decrypted and are therefore missing from it. */
	damaged: number;
	/** The journal's last write before it was read; a different one now means that the backup is incomplete. */
	changeToken: string;
}

/** Saves unsaved entries, reads the whole journal and makes a backup that this secret decrypts. */
export async function createBackup(
	{ session, journal, secret }: { session: Session; journal: Journal; secret: string },
	options: TaskOptions
): Promise<CreatedBackup> {
	await session.flush();
	const { snapshot, damage, changeToken } = await journal.readSnapshot(options.onProgress);
	options.signal.throwIfAborted();
	return {
		made: await makeBackup(snapshot, secret, options),
		damaged: damage.length,
		changeToken
	};
}
