import { resolve } from '$app/paths';
import type { QualifiedSection } from '$lib/model/library-item';
import type { Session } from '$lib/session/session.svelte';
import type { PathPart } from '$lib/ui/SectionPath.svelte';
import { followLink } from '$lib/app/navigation/follow-link';
import { promptRef } from '$lib/app/reading/question-list';
import { writtenCountInWords, sectionNumberWord } from '$lib/app/words/wording';

/** The sections of a library companion as a path shows them; `current` is the id of the one being read. */
export function itemPathParts(
	session: Session,
	sections: readonly QualifiedSection[],
	current?: string
): PathPart[] {
	return sections.map((section) => {
		const { id, number, name } = section;
		const isRead = session.settings.read.includes(id);
		const entryCount = session.entriesIn(id).length;
		const written = entryCount > 0 ? writtenCountInWords(entryCount) : '';
		const href = resolve('/library/part/');
		return {
			number,
			name,
			href,
			numberWord: sectionNumberWord(number),
			onclick: (event: MouseEvent) => {
				followLink(event, href, { question: promptRef(section) });
			},
			status: id === current ? 'this part' : [isRead && 'read', written].filter(Boolean).join(', '),
			detail: id === current ? written : '',
			isRead,
			hasWriting: entryCount > 0,
			isCurrent: id === current
		};
	});
}
