import { resolve } from '$app/paths';
import type { Session } from '$lib/session/session.svelte';
import type { PathPart } from '$lib/ui/Path.svelte';
import { outline } from './companion-in-use';
import { pagesWritten, partWord } from './words';

/**
 * The companion's parts as a path shows them: what was read and written, and where the reader is.
 * That is `current` on the pages that have one, else the part they opened last.
 */
export function partsFor(session: Session, current?: string): PathPart[] {
	const { settings, state } = session;
	// A closed journal says nothing of itself; what this visit knows would be half of it.
	const { read, here } = state === 'locked' ? { ...settings, read: [], here: null } : settings;
	return outline.sections.map(({ id, number, name }) => {
		const isRead = read.includes(id);
		const isHere = id === (current ?? here);
		const pages = session.entriesIn(id).length;
		const written = pages > 0 ? pagesWritten(pages) : '';
		const place = current ? 'this part' : 'you stopped here';
		return {
			number,
			word: partWord(number),
			name,
			href: resolve(`/read/${number}/`),
			said: isHere ? place : [isRead && 'read', written].filter(Boolean).join(', '),
			heard: isHere ? written : '',
			read: isRead,
			written: pages > 0,
			here: isHere
		};
	});
}
