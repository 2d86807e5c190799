import { randomId } from '$lib/id/random-id';
import type { Session } from '$lib/session/session.svelte';

/** A random seed of this journal, 128 bits in hex, for the ids of entries that come from other programs. */
export function getImportSeed(session: Session): string {
	const stored = session.settings.importSeed;
	if (stored !== '') return stored;
	const seed = randomId();
	session.changeSettings({ importSeed: seed });
	return seed;
}
