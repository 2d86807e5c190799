import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Makes a folder with these files for one test, and takes it away after it. */
export function folderWith(files: Record<string, string>): string {
	const root = mkdtempSync(join(tmpdir(), 'own-voice-test-'));
	onTestFinished(() => rmSync(root, { recursive: true, force: true }));
	addFiles(root, files);
	return root;
}

/** Writes files, and the folders they stand in, under a folder. */
export function addFiles(root: string, files: Record<string, string>): void {
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), content);
	}
}
