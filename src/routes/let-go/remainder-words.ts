import type { Remainder } from '$lib/session/erase-all';

/** The messages for data that is still in the browser because it could not be removed. */
export const remainderWords = {
	pages:
		'The sealed pages. Another tab or window of this app, perhaps one that hangs, holds them open.',
	traces:
		'Old sealed bytes of your pages, in the browser’s own files. The pages themselves are gone; to clear what is left of them the browser needs a little free space and time.',
	choices: 'Small choices, such as light or dark. The browser refused access to them.',
	'offline-copy':
		'The offline copy of this app. It holds none of your words; the browser did not remove it in time.'
} satisfies Record<Remainder, string>;
