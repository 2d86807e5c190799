import { describe, expect, test } from 'vitest';
import { full, page, written } from './written';

describe('the table', () => {
	/** Reads RFC 4180, as a spreadsheet does. */
	function rows(csv: string): string[][] {
		const cells = csv.replace('\ufeff', '').matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g);
		const lines: string[][] = [[]];
		for (const [, cell = '', mark] of cells) {
			lines.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
			if (mark !== ',') lines.push([]);
		}
		return lines.slice(0, -1);
	}

	test('names its columns, and has figures for the small questions', async () => {
		const [head, first] = rows(await written('csv', [full]));
		expect(head?.join()).toBe(
			'date,time,time_zone,part_number,part,letter,label,starred,tags,question,before_feel,before_stir,after_feel,after_stir,feelings'
		);
		expect(first).toEqual([
			...['2026-03-04', '08:13', 'Europe/Lisbon', '4', 'The door', '', 'Kitchen', 'yes'],
			...['home; two words', 'What was on the table?', '-2', '3', '0', '', 'sad; calm']
		]);
	});

	test.each([
		...[
			'=1+1',
			'+1',
			'-1',
			'@SUM(A1)',
			'\t=1',
			'\r=1',
			'\0=1',
			' =1',
			'\n=1',
			'＝1',
			'＋1',
			'－1',
			'＠1'
		],
		...['a;=1', 'a,=1', 'a";=1', 'a\n=1', 'a\t=cmd|"/c calc"!A1', '"=1"']
	])('runs nothing: %j', async (label) => {
		const csv = await written('csv', [page(1, { label, tags: [label], words: [label] })]);
		const [, cells] = rows(csv);
		expect(cells).toHaveLength(15);
		expect(cells?.filter((cell) => /^[\s\0]*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
		// Nor where a spreadsheet divides at other marks, or does not know the quotes.
		const pieces = csv.split(/[;,\t\r\n"]/).slice(1);
		expect(pieces.filter((piece) => /^\s*[=+\-@＝＋－＠]/.test(piece))).toEqual([]);
	});
});
