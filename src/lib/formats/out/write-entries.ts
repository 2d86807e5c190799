import type { Entry } from '$lib/model/entry';
import { writeCsv } from './csv';
import { writeHtml } from './html';
import { writeJrnl } from './jrnl';
import type { ExportOptions } from '$lib/formats/metadata-keys';
import type { WorkOptions } from '$lib/work/progress';
import { Yielder } from '$lib/work/yielder';
import { writePlainText } from './plain-text';

/** The formats that pages are written in, each with the ending that its files have. */
export const fileExtensions = {
	'day-one': '.zip',
	markdown: '.zip',
	jrnl: '.txt',
	'plain-text': '.txt',
	csv: '.csv',
	html: '.html'
} as const;
export type ExportFormat = keyof typeof fileExtensions;

const writers: Record<
	ExportFormat,
	(entries: readonly Entry[], options: ExportOptions, yielder: Yielder) => Promise<Blob>
> = {
	// What compresses is loaded only when it is needed.
	'day-one': async (...all) => (await import('./day-one')).writeDayOne(...all),
	markdown: async (...all) => (await import('./markdown')).writeMarkdown(...all),
	jrnl: writeJrnl,
	'plain-text': writePlainText,
	csv: writeCsv,
	html: writeHtml
};

/**
 * Writes these entries, in this order, all of them: which ones may leave is for the caller to know. The file is not
 * sealed. When cancelled it rejects with the reason of the signal.
 */
export function writeEntries(
	format: ExportFormat,
	entries: readonly Entry[],
	{ signal, onProgress, ...options }: ExportOptions & WorkOptions
): Promise<Blob> {
	return writers[format](entries, options, new Yielder({ signal, onProgress }));
}
