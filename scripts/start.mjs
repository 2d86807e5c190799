import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './install-dependencies.mjs';
import { main, projectRoot } from './run.mjs';
import { startServer, USUAL_PORT } from './serve.mjs';

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
	if (!command) return;
	const child = spawn(...command, { detached: true, stdio: 'ignore' });
	// The address is on the terminal; a browser that does not open is no error.
	child.on('error', () => {});
	child.unref();
}

await main(import.meta.url, async () => {
	const root = projectRoot(import.meta.url);
	await ensureInstalled(root);
	await ensureBuilt(root);
	const { url, port, close } = await startServer({ root: join(root, 'build') });
	console.log(`Own Voice is at ${url} (Ctrl+C stops it)`);
	if (port !== USUAL_PORT) {
		console.log(
			`Port ${USUAL_PORT} is taken. A browser keeps a journal for one address, so pages written at ` +
				`http://localhost:${USUAL_PORT}/ do not show here.`
		);
	}
	openBrowser(url);
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close);
});
