import type { Entry } from '$lib/model/entry';
import type { Annotations } from '$lib/model/annotations';
import type { Session } from './session.svelte';

/**
 * Changes the annotations of several entries in one transaction, after the unsaved drafts were saved. Throws what
 * failed, and then nothing has changed.
 */
export async function annotateAll(
	session: Session,
	ids: readonly string[],
	change: (entry: Entry) => Partial<Annotations>
): Promise<void> {
	await session.flush();
	await session.journal?.annotateAll(ids, change);
}
