import { error } from '@sveltejs/kit';
import { companion } from '../../companion-in-use';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () =>
	companion.sections.map(({ number }) => ({ section: String(number) }));

export const load: PageLoad = ({ params }) => {
	const at = companion.sections.findIndex(({ number }) => String(number) === params.section);
	const section = companion.sections[at];
	if (!section) error(404);
	return {
		section,
		before: companion.sections[at - 1] ?? null,
		after: companion.sections[at + 1] ?? null
	};
};
