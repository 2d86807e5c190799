import { readFile, readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';

test('the offline copy holds every file of the build that the app or a worker may ask for', async () => {
	const worker = await readFile('build/service-worker.js', 'utf8');
	const found = await readdir('build/_app/immutable', { recursive: true, withFileTypes: true });
	const addresses = found
		.filter((one) => one.isFile())
		.map((one) => `${one.parentPath}/${one.name}`.replaceAll('\\', '/').replace(/^build/, ''));
	expect(addresses.filter((address) => !worker.includes(address))).toEqual([]);
	expect(addresses.some((address) => address.includes('/workers/chunks/'))).toBe(true);
});
