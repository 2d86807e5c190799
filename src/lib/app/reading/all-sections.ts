import { resolve } from '$app/paths';
import type { ResolvedPathname } from '$app/types';
import { qualifiedSections, standaloneItems, type QualifiedSection } from '$lib/model/library-item';
import type { Session } from '$lib/session/session.svelte';
import { promptRef } from './question-list';
import { companion } from './builtin-companion';

/** Every section there is to read here: those of the built-in companion, then those of the kept ones. */
export function allSections(session: Session): QualifiedSection[] {
	const items = standaloneItems(session.journal?.library.all ?? []);
	return [...companion.sections, ...items.flatMap(qualifiedSections)];
}

/** The section of this id; null where there is none any more. */
export function findSection(session: Session, id: string | undefined): QualifiedSection | null {
	return allSections(session).find((section) => section.id === id) ?? null;
}

/** Where the part of this id is read: its address, and what goes along in the history; the first page without one. */
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
