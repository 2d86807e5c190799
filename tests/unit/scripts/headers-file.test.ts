import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseHeaders } from '../../../scripts/headers-file.mjs';

describe('a headers file', () => {
	test('gives the headers of every block whose pattern matches', () => {
		const headersFor = parseHeaders('/*\n  X-One: 1\n\n/read/*\n\tX-Two: a: b\n');
		expect(headersFor('/')).toEqual({ 'x-one': '1' });
		expect(headersFor('/read/4/')).toEqual({ 'x-one': '1', 'x-two': 'a: b' });
		expect(headersFor('/reader')).toEqual({ 'x-one': '1' });
	});

	test('joins the values of two blocks with a comma', () => {
		const headersFor = parseHeaders('/*\n  X: a\n/b\n  x: b\n');
		expect(headersFor('/b')).toEqual({ x: 'a, b' });
	});

	test('takes a header away, alone or before a new value', () => {
		const headersFor = parseHeaders('/*\n  X: a\n  Y: c\n/b/*\n  X: b\n  ! X\n  ! y\n');
		expect(headersFor('/b/1')).toEqual({ x: 'b' });
	});

	test('knows a placeholder, comments, blank lines and Windows line ends', () => {
		const headersFor = parseHeaders('# all\r\n\r\n/a/:part/c\r\n  # one\r\n  X: y\r\n');
		expect(headersFor('/a/b/c')).toEqual({ x: 'y' });
		expect(headersFor('/a/b/b/c')).toEqual({});
	});

	test('takes the other characters of a pattern as they are', () => {
		const headersFor = parseHeaders('/a.b+c\n  X: y\n');
		expect(headersFor('/a.b+c')).toEqual({ x: 'y' });
		expect(headersFor('/axbbc')).toEqual({});
	});

	test.each([
		['  X: y\n', 'line 1'],
		['/*\n  X: y\n  nothing\n', 'line 3'],
		['/*\n  X:\n', 'line 2']
	])('names the line it cannot understand: %j', (text, place) => {
		expect(() => parseHeaders(text)).toThrow(place);
	});
});

describe("the app's own headers file", () => {
	const text = readFileSync(new URL('../../../static/_headers', import.meta.url), 'utf8');
	const headersFor = parseHeaders(text);

	test('leaves the scripts and styles of a page to its meta tag', () => {
		const policy = headersFor('/read/4/')['content-security-policy'];
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toMatch(/script-src|style-src|default-src/);
	});

	test('gives a worker a whole policy of its own', () => {
		expect(headersFor('/_app/immutable/workers/search-x.js')['content-security-policy']).toBe(
			"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'"
		);
	});

	test.each([
		['/', 'no-cache'],
		['/service-worker.js', 'no-cache'],
		['/_app/version.json', 'no-cache'],
		['/_app/immutable/chunks/x.js', 'public, max-age=31536000, immutable'],
		['/_app/immutable/workers/x.js', 'public, max-age=31536000, immutable']
	])('says how long %s may be kept', (path, value) => {
		expect(headersFor(path)['cache-control']).toBe(value);
	});

	test('sends no address to another site and denies what the app never uses, on every path', () => {
		const headers = headersFor('/_app/immutable/workers/x.js');
		expect(headers['referrer-policy']).toBe('no-referrer');
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['permissions-policy']).toContain('camera=()');
		expect(headers['permissions-policy']).not.toMatch(/publickey|clipboard-write|fullscreen/);
	});

	test('has the browser clear nothing on any address, since any website can ask for each', () => {
		expect(text).not.toMatch(/clear-site-data/i);
		for (const path of ['/', '/wipe/', '/wipe/nothing.png', '/let-go/', '/service-worker.js']) {
			expect(headersFor(path)).not.toHaveProperty('clear-site-data');
		}
	});

	test('stays within the line length that a host reads', () => {
		expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(2000);
	});
});
