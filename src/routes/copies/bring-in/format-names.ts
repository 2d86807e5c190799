import type { FormatKind } from '$lib/formats/formats';

/** The names of the file formats, as headings. */
export const formatNames = {
	'own-backup': 'A backup of this app',
	'day-one': 'From Day One',
	'jrnl-json': 'From jrnl',
	'jrnl-text': 'From jrnl',
	'mini-diary': 'From Mini Diary',
	markdown: 'Markdown pages',
	'plain-text': 'Plain text'
} satisfies Record<FormatKind, string>;
