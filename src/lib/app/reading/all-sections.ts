import { resolve } from '$app/paths';
import type { ResolvedPathname } from '$app/types';
import { qualifiedSections, standaloneItems, type QualifiedSection } from '$lib/model/library-item';
import type { Session } from '$lib/session/session.svelte';
import { promptRef } from './question-list';
import { companion } from './builtin-companion';

/** All readable sections: those of the built-in companion, then those of the library. */
export function allSections(session: Session): QualifiedSection[] {
	const items = standaloneItems(session.journal?.library.all ?? []);
	return [...companion.sections, ...items.flatMap(qualifiedSections)];
}

/** The section with this id; null if it no longer exists. */
export function findSection(session: Session, id: string | undefined): QualifiedSection | null {
	return allSections(session).find((section) => section.id === id) ?? null;
}

/** The address at which the section with this id is read, and the history state for it; the first page without one. */
export function readingLink(
	session: Session,
	id: string | undefined
): { href: ResolvedPathname; state: App.PageState } {
	const section = findSection(session, id);
	if (section?.itemId) {
		return { href: resolve('/library/part/'), state: { question: promptRef(section) } };
	}
	return { href: section ? resolve(`/read/${section.number}/`) : resolve('/'), state: {} };
}
