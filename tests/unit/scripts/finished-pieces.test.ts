import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FinishedPieces } from '../../../scripts/finished-pieces.mjs';
import { folderWith } from './folder';

const done = {
	counts: { passed: 3, failed: 0, skipped: 0 },
	took: 1200,
	at: '2026-11-30T21:00:00Z'
};
const pathIn = (folder: string): string => join(folder, 'cache', 'run.json');

test('a run that was stopped finds what it had finished, and nothing else', () => {
	const path = pathIn(folderWith({}));
	new FinishedPieces(path, 'source 1').add('lint', done);
	const resumed = new FinishedPieces(path, 'source 1');
	expect(resumed.find('lint')).toEqual(done);
	expect(resumed.find('check')).toBeNull();
});

test('what was finished with another source is not taken for finished', () => {
	const path = pathIn(folderWith({}));
	new FinishedPieces(path, 'source 1').add('lint', done);
	const changed = new FinishedPieces(path, 'source 2');
	expect(changed.find('lint')).toBeNull();
	changed.add('check', done);
	expect(new FinishedPieces(path, 'source 2').find('lint')).toBeNull();
	expect(new FinishedPieces(path, 'source 2').find('check')).toEqual(done);
});

test('a run that starts over forgets what was finished', () => {
	const path = pathIn(folderWith({}));
	const finished = new FinishedPieces(path, 'source 1');
	finished.add('lint', done);
	finished.clear();
	expect(finished.find('lint')).toBeNull();
	expect(existsSync(path)).toBe(false);
});

test.each(['', '{', 'null', '[]', '{"state":"source 1"}', '{"state":"source 1","pieces":null}'])(
	'of a file that says “%s” nothing is taken for finished',
	(text) => {
		const path = join(folderWith({ 'run.json': text }), 'run.json');
		const finished = new FinishedPieces(path, 'source 1');
		expect(finished.find('lint')).toBeNull();
		finished.add('lint', done);
		expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pieces: { lint: done } });
		writeFileSync(path, text);
	}
);
