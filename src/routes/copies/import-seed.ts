import type { Session } from '$lib/session/session.svelte';

/** A word of this journal's own, 128 random bits in hex, for the ids of entries that come from other programs. */
export function importSeed(session: Session): string {
	const known = session.settings.importSeed;
	if (known !== '') return known;
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	const made = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
	session.choose({ importSeed: made });
	return made;
}
