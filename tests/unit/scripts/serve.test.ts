import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../../scripts/serve.mjs';
import { addFiles, folderWith } from './folder';

interface Reply {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	body: string;
}

const SITE = {
	'index.html': 'home',
	'404.html': 'not here',
	'read/4/index.html': 'part four',
	'_app/immutable/x.js': 'export {}',
	'a b.txt': 'spaced',
	_headers: [
		'/*',
		'  X-Everywhere: yes',
		'  Cache-Control: no-cache',
		'/_app/immutable/*',
		'  ! Cache-Control',
		'  Cache-Control: public, max-age=31536000, immutable'
	].join('\n')
};

async function serveSite(files: Record<string, string> = {}) {
	const parent = folderWith({ 'secret.txt': 'secret' });
	const root = join(parent, 'build');
	addFiles(root, { ...SITE, ...files });
	const server = await startServer({ root, port: 0 });
	onTestFinished(() => server.close());
	return server;
}

/** Sends a path as it is: a URL object would clean it first. */
function ask(port: number, path: string, options: { method?: string; etag?: string } = {}) {
	return new Promise<Reply>((resolve, reject) => {
		const { method = 'GET', etag } = options;
		const headers = etag === undefined ? {} : { 'if-none-match': etag };
		request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
			let body = '';
			response.setEncoding('utf8');
			response.on('data', (part: string) => (body += part));
			response.on('end', () => {
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
			});
		})
			.on('error', reject)
			.end();
	});
}

test('serves a page, its type, its length and the headers of the headers file', async () => {
	const { port, url } = await serveSite();
	expect(url).toBe(`http://localhost:${port}/`);
	const { status, headers, body } = await ask(port, '/?x=1');
	expect([status, body]).toEqual([200, 'home']);
	expect(headers).toMatchObject({
		'content-type': 'text/html; charset=utf-8',
		'content-length': '4',
		'x-everywhere': 'yes',
		'cache-control': 'no-cache'
	});
});

test('lets a browser keep only the files whose name changes with their content', async () => {
	const { port } = await serveSite();
	const kept = await ask(port, '/_app/immutable/x.js');
	expect(kept.headers['cache-control']).toBe('public, max-age=31536000, immutable');
	expect(kept.headers['content-type']).toBe('text/javascript; charset=utf-8');
	const missing = await ask(port, '/_app/immutable/gone.js');
	expect([missing.status, missing.headers['cache-control']]).toEqual([404, 'no-cache']);
});

test('sends a page asked for without its slash to the address with it', async () => {
	const { port } = await serveSite();
	const { status, headers } = await ask(port, '/read/4?from=home');
	expect([status, headers.location]).toEqual([308, '/read/4/?from=home']);
	expect(headers['x-everywhere']).toBe('yes');
	expect((await ask(port, '/read/4/')).body).toBe('part four');
});

test.each(['//read/4', '//localhost/read/4', '///read/4'])('does not redirect %s', async (path) => {
	const { port } = await serveSite();
	expect((await ask(port, path)).status).toBe(404);
});

test.each(['/nothing', '/read/', '/index.html/', '/_headers', '/%5Fheaders', '/read/4/none.js'])(
	'answers %s with the page for a missing address',
	async (path) => {
		const { port } = await serveSite();
		const { status, headers, body } = await ask(port, path);
		expect([status, body, headers['x-everywhere']]).toEqual([404, 'not here', 'yes']);
	}
);

test('says so in words where there is no page for a missing address', async () => {
	const server = await startServer({ root: folderWith({ 'index.html': '' }), port: 0 });
	onTestFinished(() => server.close());
	expect(await ask(server.port, '/nothing')).toMatchObject({ status: 404, body: 'Not found.\n' });
});

test.each([
	'/../secret.txt',
	'/read/../../secret.txt',
	'/%2e%2e/secret.txt',
	'/..%2fsecret.txt',
	'/%2e%2e%2fsecret.txt',
	'/..%5csecret.txt',
	'/..\\secret.txt',
	'/read/./4/',
	'/C:/secret.txt',
	'/index.html::$DATA',
	'/index.html%00.js',
	'/%',
	'/%ff'
])('refuses %s', async (path) => {
	const { port } = await serveSite();
	const { status, headers, body } = await ask(port, path);
	expect([status, body, headers['x-everywhere']]).toEqual([400, '', 'yes']);
});

test('decodes an address once', async () => {
	const { port } = await serveSite();
	expect((await ask(port, '/a%20b.txt')).body).toBe('spaced');
	expect((await ask(port, '/%252e%252e/secret.txt')).status).toBe(404);
});

test('does not send again what the browser has', async () => {
	const { port } = await serveSite();
	const etag = String((await ask(port, '/')).headers.etag);
	expect(etag).toMatch(/^"[\w-]{27}"$/);
	for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
		const again = await ask(port, '/', { etag: known });
		expect([again.status, again.body, again.headers.etag]).toEqual([304, '', etag]);
		expect(again.headers['x-everywhere']).toBe('yes');
	}
	expect((await ask(port, '/', { etag: '"other"' })).status).toBe(200);
});

test('answers HEAD with the headers of GET, and no other method at all', async () => {
	const { port } = await serveSite();
	const head = await ask(port, '/', { method: 'HEAD' });
	expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', '4']);
	const post = await ask(port, '/', { method: 'POST' });
	expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD']);
});

test('takes the next port when one is taken', async () => {
	const taken = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => taken.once('listening', resolve));
	onTestFinished(() => void taken.close());
	const { port } = taken.address() as AddressInfo;
	const server = await startServer({ root: folderWith({ 'index.html': '' }), port });
	onTestFinished(() => server.close());
	expect(server.port).not.toBe(port);
	expect((await ask(server.port, '/')).status).toBe(200);
});

test('says what to do when there is nothing to serve', async () => {
	const root = folderWith({});
	await expect(startServer({ root, port: 0 })).rejects.toThrow('npm run build');
});

test('packs texts for a browser that unpacks them, and nothing that is packed already', async () => {
	const long = 'all work and some play '.repeat(200);
	const { url } = await serveSite({ 'long.js': long, 'letters.woff2': long });
	const headers = { 'accept-encoding': 'gzip' };
	const packed = await fetch(`${url}long.js`, { headers });
	expect(packed.headers.get('content-encoding')).toBe('gzip');
	expect(packed.headers.get('vary')).toBe('accept-encoding');
	expect(Number(packed.headers.get('content-length'))).toBeLessThan(long.length / 10);
	expect(await packed.text()).toBe(long);
	const font = await fetch(`${url}letters.woff2`, { headers });
	expect(font.headers.get('content-encoding')).toBeNull();
	expect(await font.text()).toBe(long);
});
