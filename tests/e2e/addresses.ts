import { readFileSync } from 'node:fs';

/** How many parts the built-in companion has. */
export const partCount =
	readFileSync('src/lib/companion/walking-away.companion.md', 'utf8').match(/^## /gm)?.length ?? 0;

/** Every address of the app that is a page; but for `/wipe/`, which leads on to the start at once. */
export const pages = [
	'/',
	...Array.from({ length: partCount }, (_, index) => `/read/${index + 1}/`),
	'/write/',
	'/journal/',
	'/journal/entry/',
	'/calendar/',
	'/look-back/',
	'/compare/',
	'/bin/',
	'/copies/',
	'/copies/backup/',
	'/copies/deep-clean/',
	'/copies/folder/',
	'/copies/bring-in/',
	'/copies/take-out/',
	'/library/',
	'/library/bring/',
	'/library/essay/',
	'/library/make/',
	'/library/part/',
	'/print/',
	'/letters/',
	'/questions/',
	'/settings/',
	'/settings/ways/',
	'/help/',
	'/about/',
	'/about/limits/',
	'/about/questions/',
	'/about/changes/',
	'/about/accessibility/',
	'/let-go/'
];
