import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './install-dependencies.mjs';
import { main, projectRoot } from './run.mjs';
import { portFrom, startServer } from './serve.mjs';

/**
 * The command that opens an address in the person's browser.
 *
 * @param {string} url
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {[string, string[]] | null} null where nothing should open: without a screen, in CI, or when
 *   OWN_VOICE_NO_OPEN asks for it
 */
export function openCommand(url, platform, env) {
	if (env.CI || env.OWN_VOICE_NO_OPEN) return null;
	if (platform === 'darwin') return ['open', [url]];
	// `start` is a word of the shell, and takes its first quoted argument for a window's title.
	if (platform === 'win32') return ['cmd', ['/c', 'start', '', url]];
	if (env.DISPLAY || env.WAYLAND_DISPLAY) return ['xdg-open', [url]];
	return null;
}

/** @param {string} url */
function openBrowser(url) {
	const command = openCommand(url, process.platform, process.env);
	if (!command) {
		console.log('Open that address in a browser.');
		return;
	}
	const child = spawn(...command, { detached: true, stdio: 'ignore' });
	// The address is on the terminal; a browser that does not open is no error.
	child.on('error', () => {});
	child.unref();
}

const HELP = `npm start installs and builds what is missing, serves the app on this machine and opens it.

  npm start -- --port 5000   serves it on another port; pages belong to one address, and so to one port
  OWN_VOICE_NO_OPEN=1        opens no browser`;

await main(import.meta.url, async () => {
	const args = process.argv.slice(2);
	if (args.includes('--help')) {
		console.log(HELP);
		return;
	}
	const wanted = portFrom(args);
	const root = projectRoot(import.meta.url);
	await ensureInstalled(root);
	await ensureBuilt(root);
	const { url, port, close } = await startServer({ root: join(root, 'build'), port: wanted });
	console.log(`Own Voice is at ${url} (Ctrl+C stops it)`);
	if (port !== wanted) {
		console.log(
			`Port ${wanted} is taken. A browser keeps a journal for one address, so pages written at ` +
				`http://localhost:${wanted}/ do not show here.`
		);
	}
	openBrowser(url);
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close);
});
