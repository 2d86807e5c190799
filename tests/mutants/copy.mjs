import { execFileSync } from 'node:child_process';
import {
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Makes a copy of the project in a temporary folder: every file that git knows or would take in, as it is now, and
 * the dependencies.
 *
 * @param {string} root the project's folder
 */
export function copyOf(root) {
	const folder = mkdtempSync(join(tmpdir(), 'own-voice-mutants-'));
	const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
		cwd: root,
		encoding: 'utf8'
	});
	for (const path of listed.split('\0').filter((one) => one !== '')) {
		// One that was removed and not committed yet is still listed.
		if (!existsSync(join(root, path))) continue;
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		copyFileSync(join(root, path), join(folder, path));
	}
	// What tools keep beside the packages, such as Vite, stays behind.
	linkAll(join(root, 'node_modules'), join(folder, 'node_modules'), /^\.(?!bin$)/);
	return {
		folder,

		/** @param {string} file */
		read: (file) => readFileSync(join(folder, file), 'utf8'),

		/**
		 * @param {string} file
		 * @param {string} text
		 */
		write: (file, text) => {
			writeFileSync(join(folder, file), text);
		},

		remove: () => {
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/**
 * The same files under another folder, as hard links. A link to the folder itself would not do: its real path lies
 * outside the copy, and from there Vite serves nothing.
 *
 * @param {string} from
 * @param {string} to
 * @param {RegExp} [but] the names that are left out, at the top alone
 */
function linkAll(from, to, but) {
	mkdirSync(to);
	for (const entry of readdirSync(from, { withFileTypes: true })) {
		if (but?.test(entry.name)) continue;
		const [source, target] = [join(from, entry.name), join(to, entry.name)];
		if (entry.isDirectory()) linkAll(source, target);
		else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
		else linkOne(source, target);
	}
}

/**
 * @param {string} source
 * @param {string} target
 */
function linkOne(source, target) {
	try {
		linkSync(source, target);
	} catch {
		copyFileSync(source, target); // another disk, or one without links
	}
}
