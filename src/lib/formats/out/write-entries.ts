import type { Entry } from '$lib/model/entry';
import { writeCsv } from './csv';
import { writeHtml } from './html';
import { writeJrnl } from './jrnl';
import type { ExportOptions } from '$lib/formats/metadata-keys';
import { Pace, type Progress } from '$lib/formats/pace';
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
	(entries: readonly Entry[], options: ExportOptions, pace: Pace) => Promise<Blob>
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
 * sealed. Rejects with a FormatError `cancelled` when `signal` says so.
 */
export function writeEntries(
	format: ExportFormat,
	entries: readonly Entry[],
	{
		signal,
		onProgress,
		...options
	}: ExportOptions & { signal?: AbortSignal; onProgress?: Progress }
): Promise<Blob> {
	return writers[format](entries, options, new Pace(signal, onProgress));
}
