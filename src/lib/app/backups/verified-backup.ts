import type { Session } from '$lib/session/session.svelte';

/** A copy that was opened again from where it was saved. */
export interface VerifiedBackup {
	name: string;
	/** The journal's last write before it was read. */
	changeToken: string;
}

/** The copy on whose account the browser may be emptied. In memory alone: after a reload there is none. */
export const verifiedBackup: { current: VerifiedBackup | null } = { current: null };

/**
 * Whether the open journal is as it went into a copy, to the last thing said of a page. False where it is closed, or
 * holds words that are not on the disk.
 */
export async function isUpToDate(
	{ changeToken }: Pick<VerifiedBackup, 'changeToken'>,
	session: Session
): Promise<boolean> {
	await session.flush();
	if (!session.journal || session.hasUnsaved) return false;
	return (await session.journal.changeToken()) === changeToken;
}
