/*
 * Of every page and state a picture can be drawn; these are kept, and compared. More would say little more, as all
 * are made of the same parts, and weigh on every clone.
 */

/** Kept on every screen. */
export const everywhere: readonly string[] = [
	'all-parts-on-return',
	'a-part',
	'first-question',
	'writing',
	'after-a-page',
	'journal-of-years',
	'a-noted-page',
	'closed',
	'look-back-on-years',
	'settings',
	'a-backup-ready',
	'help'
];

/** Kept on a phone by night and a desk by day. */
export const onTwoScreens: readonly string[] = [
	...everywhere,
	'a-page',
	'a-page-in-the-bin',
	'a-recovery-code',
	'a-refused-file',
	'a-search',
	'a-sealed-page',
	'about',
	'about-limits',
	'all-parts',
	'before-a-page',
	'bring-an-essay-laid-out',
	'bring-in-preview',
	'calendar-of-years',
	'choosing',
	'closed-wrong-try',
	'copies',
	'covered-on-return',
	'deep-clean',
	'feeling-words',
	'find-a-page',
	'journal',
	'journal-missing',
	'kept',
	'let-everything-go',
	'letters',
	'library-of-two',
	'making-a-question',
	'narrowed',
	'no-pages-yet',
	'not-here',
	'not-saved',
	'print-chosen',
	'side-by-side',
	'take-out-chosen',
	'the-keys',
	'very-large-letters',
	'ways-in',
	'ways-in-of-a-passphrase',
	'writing-long-words',
	'writing-without-keeping',
	'your-questions'
];
