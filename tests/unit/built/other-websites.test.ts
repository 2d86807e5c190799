import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Where Leave quickly goes until another place is chosen. */
const weather = 'https://www.bbc.co.uk/weather';

test('S8 the pages as built name no other website but the place and the helplines', async () => {
	const directories = [
		'https://findahelpline.com/',
		'https://lila.help/',
		'https://befrienders.org/'
	];
	const lines = JSON.parse(await readFile('src/routes/help/helplines.json', 'utf8')) as {
		url: string | null;
	}[];
	const known = new Set([weather, ...directories, ...lines.flatMap(({ url }) => url ?? [])]);
	const files = await readdir('build', { recursive: true });
	const found = new Set<string>();
	for (const file of files.filter((one) => one.endsWith('.html'))) {
		const html = await readFile(join('build', file), 'utf8');
		for (const [, address = ''] of html.matchAll(/(?:href|src|action)="(https?:[^"]*)"/g)) {
			found.add(address);
		}
	}
	expect([...found].filter((address) => !known.has(address))).toEqual([]);
	expect(found).toContain(weather);
});
