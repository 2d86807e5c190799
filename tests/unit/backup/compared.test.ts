import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import * as opening from '$lib/backup/read-backup';
import type { RecordSink } from '$lib/backup/journal-file-reader';
import { backupOf, refusal } from './backups';
import { journals } from './journals';

/* A new backup is read back and compared before anyone is given it: one that says anything else is no backup. */

const [whole] = fc.sample(
	journals(12).filter(
		({ entries, versions, prompts, library }) =>
			entries.length > 1 && versions.length > 0 && prompts.length > 0 && library.length > 0
	),
	{ numRuns: 1, seed: 5 }
);
if (!whole) throw new Error('no journal');

/** From now on what is read back is handed over as this says, and not as the file has it. */
function readBackAs(change: (sink: RecordSink) => RecordSink): void {
	const truly = opening.readBackup;
	vi.spyOn(opening, 'readBackup').mockImplementation((about, sink) => truly(about, change(sink)));
}

afterEach(() => {
	vi.restoreAllMocks();
});

test('a backup that is read back as it was written is handed over', async () => {
	readBackAs((sink) => sink);
	expect((await backupOf(whole)).summary.entries).toBe(whole.entries.length);
});

test.each<[string, (sink: RecordSink) => RecordSink]>([
	['a word of a page', (sink) => ({ ...sink, entry: (one) => sink.entry({ ...one, text: '?' }) })],
	[
		'an earlier text',
		(sink) => ({ ...sink, version: (one) => sink.version({ ...one, text: '?' }) })
	],
	['a question', (sink) => ({ ...sink, prompt: (one) => sink.prompt({ ...one, text: '?' }) })],
	[
		'a companion',
		(sink) => ({ ...sink, libraryItem: (one) => sink.libraryItem({ ...one, id: '?' }) })
	],
	['a choice', (sink) => ({ ...sink, settings: (all) => sink.settings({ ...all, minutes: -1 }) })],
	['a page too few', (sink) => ({ ...sink, entry: () => undefined })],
	[
		'a page twice',
		(sink) => ({
			...sink,
			entry(one) {
				sink.entry(one);
				sink.entry(one);
			}
		})
	]
])('a backup in which %s is read back otherwise is refused', async (_, change) => {
	readBackAs(change);
	expect(await refusal(backupOf(whole))).toBe('not-equal');
});
