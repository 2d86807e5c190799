import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseHeaders } from './headers-file.mjs';
import { main, Problem, projectRoot } from './run.mjs';
import { createStaticServer } from './static-server.mjs';

/** Where the app is served unless another port is asked for. */
export const USUAL_PORT = 4173;
const MORE_PORTS = 20;
const LOOPBACK = '127.0.0.1';

/**
 * Serves a folder with the headers of its own `_headers` file.
 *
 * @param {{ root: string, port?: number, host?: string }} options the folder; when the port is taken,
 *   one of the next twenty is used, or else any free one
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} the address, with a
 *   closing slash; on this computer it is `localhost`, since a browser gives a passkey to a name only
 * @throws {Problem} when there is nothing to serve
 * @throws {Error} when no port can be opened, or `_headers` cannot be understood
 */
export async function startServer({ root, port = USUAL_PORT, host = LOOPBACK }) {
	if (!existsSync(join(root, 'index.html'))) {
		throw new Problem('There is no build to serve. Run "npm run build", or "npm start" for both.');
	}
	const headersPath = join(root, '_headers');
	const headers = parseHeaders(existsSync(headersPath) ? readFileSync(headersPath, 'utf8') : '');
	const server = createStaticServer({ root, headers });
	const opened = await listen(server, host, port);
	return {
		url: `http://${host === LOOPBACK ? 'localhost' : host}:${opened}/`,
		port: opened,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

/**
 * @param {import('node:http').Server} server
 * @param {string} host
 * @param {number} first
 * @returns {Promise<number>} the port it listens on
 */
async function listen(server, host, first) {
	const next = Array.from({ length: MORE_PORTS + 1 }, (_, step) => first + step);
	for (const port of first === 0 ? [0] : [...next.filter((port) => port < 65536), 0]) {
		try {
			server.listen(port, host);
			await once(server, 'listening');
			const address = server.address();
			if (address && typeof address === 'object') return address.port;
		} catch (error) {
			if (!isTaken(error)) throw error;
		}
	}
	throw new Problem(`No port could be opened on ${host}.`);
}

/**
 * Whether a port belongs to another program, or to the system: then the next one is tried.
 *
 * @param {unknown} error
 */
function isTaken(error) {
	const code = error instanceof Error && 'code' in error ? error.code : '';
	return code === 'EADDRINUSE' || code === 'EACCES';
}

/**
 * The port that a command's arguments ask for.
 *
 * @param {string[]} args
 * @returns {number}
 * @throws {Problem} when what stands behind `--port` is none
 */
export function portFrom(args) {
	const at = args.indexOf('--port');
	const port = at === -1 ? USUAL_PORT : Number(args[at + 1]);
	if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
	throw new Problem('--port takes a number between 0 and 65535.');
}

await main(import.meta.url, async () => {
	const root = join(projectRoot(import.meta.url), 'build');
	const { url } = await startServer({ root, port: portFrom(process.argv) });
	console.log(`Own Voice is at ${url}`);
});
