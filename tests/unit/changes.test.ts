import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseChangelog } from '../../src/routes/about/changes/releases';

const changelog = readFileSync('CHANGELOG.md', 'utf8');

test('the newest of the changes are those of this version', () => {
	const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
	expect(parseChangelog(changelog)[0]?.version).toBe(version);
});

test('a list that is not as agreed is refused', () => {
	expect(() => parseChangelog('## 1.0, 2026-01-01\n\n- a change\n')).toThrow('1.0, 2026');
	expect(() => parseChangelog('## 1.0.0, 2026-01-01\n')).toThrow('1.0.0');
	expect(() => parseChangelog('## 1.0.0, 2026-01-01\n\n- a change\nand more\n')).toThrow(
		'and more'
	);
});
