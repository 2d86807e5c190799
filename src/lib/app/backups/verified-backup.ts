import type { Session } from '$lib/session/session.svelte';

/** A backup that was decrypted again from where it was saved. */
export interface VerifiedBackup {
	name: string;
	/** The journal's last write before it was read. */
	changeToken: string;
}

/** The backup that permits erasing this browser's data. In memory only: after a reload there is none. */
export const verifiedBackup: { current: VerifiedBackup | null } = { current: null };

/**
 * Whether the open journal is the same as in a backup, annotations included. False if it is closed or has unsaved text.
 */
export async function isUpToDate(
	{ changeToken }: Pick<VerifiedBackup, 'changeToken'>,
	session: Session
): Promise<boolean> {
	await session.flush();
	if (!session.journal || session.hasUnsaved) return false;
	return (await session.journal.changeToken()) === changeToken;
}
