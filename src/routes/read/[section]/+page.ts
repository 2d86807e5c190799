import { error } from '@sveltejs/kit';
import { outline, sections } from '$lib/app/reading/builtin-outline';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () =>
	outline.sections.map(({ number }) => ({ section: String(number) }));

export const load: PageLoad = async ({ params }) => {
	const at = outline.sections.findIndex(({ number }) => String(number) === params.section);
	const section = await sections[at]?.();
	if (!section) error(404);
	return {
		section: section.default,
		before: outline.sections[at - 1] ?? null,
		after: outline.sections[at + 1] ?? null
	};
};
