import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles, sourceState } from '../../../scripts/sources.mjs';
import { folderWith } from './folder';

function checkout(): string {
	const folder = folderWith({ '.gitignore': 'build/\n', 'a.ts': 'one', 'build/a.js': 'built' });
	execFileSync('git', ['init', '--quiet'], { cwd: folder });
	execFileSync('git', ['add', '.'], { cwd: folder });
	return folder;
}

test('the state of a checkout changes with whatever git would take in, and with nothing else', () => {
	const folder = checkout();
	const before = sourceState(folder);
	writeFileSync(join(folder, 'build/a.js'), 'built otherwise');
	expect(sourceState(folder)).toBe(before);
	writeFileSync(join(folder, 'a.ts'), 'two');
	expect(sourceState(folder)).not.toBe(before);
	writeFileSync(join(folder, 'a.ts'), 'one');
	expect(sourceState(folder)).toBe(before);
	writeFileSync(join(folder, 'b.ts'), 'new');
	expect(sourceState(folder)).not.toBe(before);
});

test('a file that was removed and not committed is none of the sources', () => {
	const folder = checkout();
	rmSync(join(folder, 'a.ts'));
	expect(sourceFiles(folder)).toEqual(['.gitignore']);
});

test('a folder that is no checkout is refused with what it takes', () => {
	expect(() => sourceState(folderWith({}))).toThrow('git checkout');
});
