import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { contentType, findFile } from './static-files.mjs';

const PLAIN_TEXT = 'text/plain; charset=utf-8';
/** What travels packed. Fonts and pictures are packed already. */
const PACKED = /^(text\/|image\/svg|application\/(json|manifest\+json|wasm))/;
const pack = promisify(gzip);

/** @typedef {{ status: number, type?: string, body?: Buffer, headers?: Record<string, string> }} Answer */

/**
 * A server for a folder of prerendered pages. It answers as the app's host does.
 *
 * @param {{ root: string, headers: (pathname: string) => Record<string, string> }} options the folder,
 *   and the headers that every answer for an address carries
 * @returns {import('node:http').Server} not listening yet
 */
export function createStaticServer({ root, headers }) {
	/** @type {Map<string, Promise<Buffer>>} by tag, so that a file is packed once */
	const packed = new Map();
	return createServer(async (request, response) => {
		const target = request.url ?? '/';
		const knownTags = request.headers['if-none-match'] ?? '';
		const answer = await answerFor(root, request.method ?? '', target, knownTags).catch(failed);
		const { status, type, headers: own } = answer;
		const packs = answer.body !== undefined && PACKED.test(type ?? '');
		const zipped = packs && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
		const body = zipped ? await packedOf(packed, answer) : answer.body;
		response.writeHead(status, {
			...headers(plainPath(target)),
			// A missing file stands under the rule for files that never change; its absence may well change.
			...(status >= 400 ? { 'cache-control': 'no-cache' } : {}),
			...own,
			...(type ? { 'content-type': type } : {}),
			...(packs ? { vary: 'accept-encoding' } : {}),
			...(zipped ? { 'content-encoding': 'gzip' } : {}),
			...(status === 304 ? {} : { 'content-length': body?.length ?? 0 })
		});
		response.end(request.method === 'HEAD' ? undefined : body);
	});
}

/**
 * @param {Map<string, Promise<Buffer>>} known
 * @param {Answer} answer one with a body
 * @returns {Promise<Buffer>}
 */
function packedOf(known, { body = Buffer.alloc(0), headers }) {
	const tag = headers?.etag;
	if (!tag) return pack(body);
	const result = known.get(tag) ?? pack(body);
	known.set(tag, result);
	return result;
}

/**
 * @param {string} root
 * @param {string} method
 * @param {string} target the address as it came
 * @param {string} knownTags the tags of the copies that the browser has
 * @returns {Promise<Answer>}
 */
async function answerFor(root, method, target, knownTags) {
	if (method !== 'GET' && method !== 'HEAD') {
		return { status: 405, headers: { allow: 'GET, HEAD' } };
	}
	const found = await findFile(root, target);
	if (found.kind === 'refused') return { status: 400 };
	if (found.kind === 'redirect') return { status: 308, headers: { location: found.location } };
	if (found.kind === 'missing') return notFound(root);
	const body = await readFile(found.path);
	const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
	const tags = knownTags.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
	if (tags.includes(etag)) return { status: 304, headers: { etag } };
	return { status: 200, type: contentType(found.path), body, headers: { etag } };
}

/**
 * @param {string} root
 * @returns {Promise<Answer>}
 */
async function notFound(root) {
	const page = join(root, '404.html');
	if (!existsSync(page)) {
		return { status: 404, type: PLAIN_TEXT, body: Buffer.from('Not found.\n') };
	}
	return { status: 404, type: contentType(page), body: await readFile(page) };
}

/**
 * @param {unknown} error
 * @returns {Answer}
 */
function failed(error) {
	console.error(error);
	return { status: 500, type: PLAIN_TEXT, body: Buffer.from('This file could not be read.\n') };
}

/** @param {string} target */
function plainPath(target) {
	const [path = ''] = target.split('?');
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
