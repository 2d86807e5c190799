import { resolve } from '$app/paths';
import type { Session } from '$lib/session/session.svelte';
import type { PathPart } from '$lib/ui/SectionPath.svelte';
import { outline } from './builtin-outline';
import { writtenCountInWords, sectionNumberWord } from '$lib/app/words/wording';

/**
 * The companion's sections as a path shows them: which were read and written about, and where the reader is. That is
 * `current` on the pages that have one, else the section they opened last.
 */
export function pathParts(session: Session, current?: string): PathPart[] {
	const { settings, state } = session;
	// A closed journal reveals nothing about itself; what this visit knows would be incomplete.
	const { read, here } = state === 'locked' ? { ...settings, read: [], here: null } : settings;
	return outline.sections.map(({ id, number, name }) => {
		const isRead = read.includes(id);
		const isCurrent = id === (current ?? here);
		const entryCount = session.entriesIn(id).length;
		const written = entryCount > 0 ? writtenCountInWords(entryCount) : '';
		const hereText = current ? 'this part' : 'you stopped here';
		return {
			number,
			numberWord: sectionNumberWord(number),
			name,
			href: resolve(`/read/${number}/`),
			status: isCurrent ? hereText : [isRead && 'read', written].filter(Boolean).join(', '),
			detail: isCurrent ? written : '',
			isRead,
			hasWriting: entryCount > 0,
			isCurrent
		};
	});
}
