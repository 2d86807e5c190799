import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest, Plugin } from 'vite';

/**
 * Adds the files that workers import while they run to the manifest of the build. By it the offline copy knows which
 * files to hold, and Vite names the workers there and not their chunks: offline, or once the host has a newer build, a
 * journal with a passphrase could not derive its key.
 */
export function workerChunksPlugin(): Plugin {
	return {
		name: 'worker-chunks',
		apply: 'build',
		async writeBundle({ dir }, bundle) {
			const chunks = Object.keys(bundle).filter((file) => /\/workers\/chunks\/.+\.js$/.test(file));
			if (!dir || chunks.length === 0) return;
			const path = join(dir, '.vite/manifest.json');
			const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
			for (const file of chunks) manifest[`_${file}`] = { file };
			await writeFile(path, JSON.stringify(manifest, null, '\t'));
		}
	};
}
