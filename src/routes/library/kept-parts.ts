import { resolve } from '$app/paths';
import type { QualifiedSection } from '$lib/model/library-item';
import type { Session } from '$lib/session/session.svelte';
import type { PathPart } from '$lib/ui/Path.svelte';
import { follow } from '../follow';
import { placeOf } from '../offered';
import { pagesWritten, partWord } from '../words';

/** The parts of a kept companion as a path shows them; `current` is the id of the one that is read. */
export function keptParts(
	session: Session,
	sections: readonly QualifiedSection[],
	current?: string
): PathPart[] {
	return sections.map((section) => {
		const { id, number, name } = section;
		const isRead = session.settings.read.includes(id);
		const pages = session.entriesIn(id).length;
		const written = pages > 0 ? pagesWritten(pages) : '';
		const href = resolve('/library/part/');
		return {
			...{ number, name, href },
			word: partWord(number),
			onopen: (event: MouseEvent) => {
				follow(event, href, { question: placeOf(section) });
			},
			said: id === current ? 'this part' : [isRead && 'read', written].filter(Boolean).join(', '),
			heard: id === current ? written : '',
			read: isRead,
			written: pages > 0,
			here: id === current
		};
	});
}
