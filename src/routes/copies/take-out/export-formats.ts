import type { ExportFormat } from '$lib/formats/formats';

/** The export formats: the name of each, and what it is good for. */
export const exportFormats = {
	'plain-text': { word: 'plain text', says: 'One text file that every program opens.' },
	markdown: {
		word: 'Markdown',
		says: 'A zip with one file for each page; Obsidian and many others read it. What is said of a page stands at its head.'
	},
	html: {
		word: 'a web page',
		says: 'One page for any browser, easy to read and to print. It needs no connection and runs nothing.'
	},
	'day-one': { word: 'Day One', says: 'A zip that Day One imports.' },
	jrnl: { word: 'jrnl', says: 'A text file as the program jrnl writes it.' },
	csv: {
		word: 'a table',
		says: 'Days, questions, check-ins and what else is said of each page, for a spreadsheet. The writing itself is not in it.'
	}
} satisfies Record<ExportFormat, { word: string; says: string }>;
