import { expect, test } from 'vitest';
import { findPages, pageLoad } from '../../../scripts/page-graph.mjs';
import { overLimit, weighPages } from '../../../scripts/page-weight.mjs';
import { folderWith } from './folder';

const APP = '/_app/immutable';

const page = (node: string) => `<!doctype html>
<link href="${APP}/nodes/${node}" rel="modulepreload">
<link href="${APP}/assets/0.css" rel="stylesheet">
<script async src="/early.js"></script>
<p>import("./not-a-script.js")</p>
<script>Promise.all([import("${APP}/entry/start.s.js"), import("${APP}/entry/app.a.js")])</script>`;

const BUILD = {
	'index.html': page('2.h.js'),
	'read/1/index.html': page('3.r.js'),
	'read/10/index.html': page('3.r.js'),
	'read/2/index.html': page('3.r.js'),
	'404.html': '<p>not here</p>',
	'early.js': '',
	'_app/immutable/entry/start.s.js': 'import{a as b}from"../chunks/shared.js";',
	'_app/immutable/entry/app.a.js': [
		'import"../chunks/shared.js";',
		'var n=[()=>T(()=>import(`../nodes/0.l.js`),[]),()=>T(()=>import(`../nodes/1.e.js`),[]),',
		'()=>T(()=>import(`../nodes/2.h.js`),[]),()=>T(()=>import(`../nodes/3.r.js`),[])]'
	].join(''),
	'_app/immutable/nodes/0.l.js': 'export{x}from"../chunks/layout.js";',
	'_app/immutable/nodes/1.e.js': 'import*as e from"../chunks/error.js";',
	'_app/immutable/nodes/2.h.js': 'let text="import x from"+"\'./gone.js\'";import"./gone.js";',
	'_app/immutable/nodes/3.r.js': [
		'import e,{b as $}from"../chunks/shared.js";',
		'const open=()=>import("../chunks/journal.js"),',
		`w=new Worker(new URL(\`${APP}/workers/search.js\`,\`\`+import.meta.url));`
	].join(''),
	'_app/immutable/chunks/shared.js': 'export*from"./deep.js";',
	'_app/immutable/chunks/deep.js': 'import"./shared.js"',
	'_app/immutable/chunks/layout.js': '',
	'_app/immutable/chunks/error.js': '',
	'_app/immutable/chunks/journal.js': 'import"./shared.js";import"./db.js";import(`./export.js`)',
	'_app/immutable/chunks/db.js': '',
	'_app/immutable/chunks/export.js': '',
	'_app/immutable/workers/search.js': '',
	'_app/immutable/assets/0.css': [
		`@font-face{font-family:L;src:url(${APP}/assets/greek.woff2)format("woff2");unicode-range:U+370-3FF}`,
		':root{--serif:L,serif}@font-face{font-family:"Chosen One";src:url(./chosen.woff2)format("woff2")}',
		'@font-face{font-family:L;src:url("./latin.woff2")format("woff2");unicode-range:U+131,U+??}'
	].join(''),
	'_app/immutable/assets/latin.woff2': 'latin',
	'_app/immutable/assets/greek.woff2': 'greek'
};

const names = (addresses: string[]) =>
	addresses.map((address) => address.replace(`${APP}/`, '')).sort();

test('lists the pages by their addresses', () => {
	expect(findPages(folderWith(BUILD)).map(({ pathname }) => pathname)).toEqual([
		'/',
		'/404.html',
		'/read/1/',
		'/read/2/',
		'/read/10/'
	]);
});

test('follows a page to what it runs at once and what it may bring later', () => {
	const file = 'read/1/index.html';
	const load = pageLoad(folderWith(BUILD), { pathname: '/read/1/', file });
	expect(names(load.atOnce)).toEqual([
		'/early.js',
		'chunks/deep.js',
		'chunks/error.js',
		'chunks/layout.js',
		'chunks/shared.js',
		'entry/app.a.js',
		'entry/start.s.js',
		'nodes/0.l.js',
		'nodes/1.e.js',
		'nodes/3.r.js'
	]);
	expect(names(load.later)).toEqual([
		'chunks/db.js',
		'chunks/export.js',
		'chunks/journal.js',
		'workers/search.js'
	]);
	expect(names(load.styles)).toEqual(['assets/0.css']);
	expect(names(load.fonts)).toEqual(['assets/latin.woff2']);
});

test('does not count another page as something this one brings later', () => {
	const load = pageLoad(folderWith(BUILD), { pathname: '/', file: 'index.html' });
	expect(names(load.atOnce)).not.toContain('nodes/3.r.js');
	expect(load.later).toEqual([]);
});

test('a page without scripts weighs nothing', () => {
	const weights = weighPages(folderWith(BUILD));
	const nothing = { atOnce: 0, later: 0, styles: 0, fonts: 0 };
	expect(weights).toContainEqual({ pathname: '/404.html', ...nothing });
});

test('a page that names a script which was not built is an error', () => {
	const root = folderWith({ ...BUILD, 'index.html': page('9.x.js') });
	expect(() => weighPages(root)).toThrow('nodes/9.x.js');
});

test('a page over its limit is named, and a page for reading has the lower one', () => {
	const weigh = (pathname: string, atOnce: number) =>
		overLimit([{ pathname, atOnce, later: 1e6, styles: 0, fonts: 0 }]);
	expect(weigh('/read/1/', 60_000)).toEqual([]);
	expect(weigh('/read/1/', 60_100)).toEqual([
		'/read/1/ loads 60.1 kB of script at once; its limit is 60 kB.'
	]);
	expect(weigh('/journal/', 130_000)).toEqual([]);
	expect(weigh('/journal/', 130_001)).toHaveLength(1);
});
