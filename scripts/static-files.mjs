import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

/**
 * What stands at an address: a file, a folder asked for without its closing slash, nothing, or an
 * address that no honest link has.
 *
 * @typedef {{ kind: 'file', path: string }
 *   | { kind: 'redirect', location: string }
 *   | { kind: 'missing' }
 *   | { kind: 'refused' }} Found
 */

/** @type {Record<string, string>} */
const CONTENT_TYPES = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.map': 'application/json; charset=utf-8',
	'.md': 'text/markdown; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.png': 'image/png',
	'.svg': 'image/svg+xml; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.woff2': 'font/woff2'
};

// These speak to the host that publishes the folder, and a host does not serve them.
const HOST_FILES = new Set(['_headers', '_redirects']);

/**
 * The media type of a file.
 *
 * @param {string} path
 * @returns {string} `application/octet-stream` for an ending that the app does not use
 */
export function contentType(path) {
	return CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * Finds what a request is for, and never looks outside the folder.
 *
 * @param {string} root the folder that is served
 * @param {string} target the request's target as it came, still encoded
 * @returns {Promise<Found>}
 */
export async function findFile(root, target) {
	const [, rawPath = '', query = ''] = /^(\/[^?]*)(\?.*)?$/.exec(target) ?? [];
	const parts = decodedParts(rawPath);
	if (!parts) return { kind: 'refused' };
	const asFolder = parts.at(-1) === '';
	if (asFolder) parts.pop();
	if (parts.includes('') || HOST_FILES.has(parts[0] ?? '')) return { kind: 'missing' };

	const path = join(root, ...parts);
	if (await isFile(path)) return asFolder ? { kind: 'missing' } : { kind: 'file', path };
	const index = join(path, 'index.html');
	if (!(await isFile(index))) return { kind: 'missing' };
	if (asFolder) return { kind: 'file', path: index };
	return { kind: 'redirect', location: `/${parts.map(encodeURIComponent).join('/')}/${query}` };
}

/**
 * @param {string} rawPath
 * @returns {string[] | null} null for what could lead out of the folder, or is no address at all
 */
function decodedParts(rawPath) {
	try {
		const path = decodeURIComponent(rawPath);
		// A backslash parts folders on Windows, and a colon names a drive or a stream there.
		if (!path.startsWith('/') || /[\0\\:]/.test(path)) return null;
		const parts = path.slice(1).split('/');
		return parts.some((part) => part === '.' || part === '..') ? null : parts;
	} catch {
		return null;
	}
}

/** @param {string} path */
async function isFile(path) {
	try {
		return (await stat(path)).isFile();
	} catch {
		return false;
	}
}
