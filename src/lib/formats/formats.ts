/**
 * The formats of other journals, read and written: Day One, jrnl, Mini Diary, Markdown with front matter and plain
 * text in; Day One, Markdown, jrnl, plain text, a table and a page for any browser out.
 *
 * Reading gives pages in this journal's shapes and puts none of them anywhere. What a file is, its content says. It
 * is read as a whole or refused with one code, within limits that are checked before anything is spent, and what a
 * page here cannot keep is named. A page has the same id each time it is read. Nothing here knows of keys, storage
 * or screens. A page has it done in a worker (`readInWorker`), since an archive may name 200,000 files; the readers
 * themselves (`read.ts`) are not named here, so that no page loads them.
 */
export { FormatError, type FormatErrorCode } from './format-error';
export { skipReasons, type SkipReason } from './in/import-collector';
export type { ReadResult } from './in/read-files';
export { readInWorker } from './in/read-in-worker';
export type { FormatKind } from './in/detect-format';
export { toInputFile, type InputFile } from './in/source';
export { fileExtensions, writeEntries, type ExportFormat } from './out/write-entries';
