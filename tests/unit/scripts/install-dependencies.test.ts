import { expect, test } from 'vitest';
import { checkNode, isInstalled } from '../../../scripts/install-dependencies.mjs';
import { folderWith } from './folder';

const ROOT_PACKAGE = { '': { name: 'x' } };
const A = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } };
const OTHER_SYSTEM = {
	'node_modules/b': { version: '2.0.0', integrity: 'sha512-b', optional: true }
};

const project = (wanted: object, present: object) =>
	folderWith({
		'package-lock.json': JSON.stringify({ packages: wanted }),
		'node_modules/.package-lock.json': JSON.stringify({ packages: present })
	});

test('what the lockfile asks for is installed, but for packages of other systems', () => {
	expect(isInstalled(project({ ...ROOT_PACKAGE, ...A, ...OTHER_SYSTEM }, A))).toBe(true);
	expect(
		isInstalled(project({ ...ROOT_PACKAGE, ...A, ...OTHER_SYSTEM }, { ...A, ...OTHER_SYSTEM }))
	).toBe(true);
});

test.each([
	['a package is missing', A, {}],
	['a version differs', A, { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }],
	['a content differs', A, { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-z' } }],
	['a package was added by hand', {}, A]
])('it is not installed when %s', (_, wanted, present) => {
	expect(isInstalled(project({ ...ROOT_PACKAGE, ...wanted }, present))).toBe(false);
});

test('it is not installed without node_modules, or without a lockfile', () => {
	expect(isInstalled(folderWith({ 'package-lock.json': '{"packages":{}}' }))).toBe(false);
	expect(isInstalled(folderWith({ 'node_modules/.package-lock.json': '{"packages":{}}' }))).toBe(
		false
	);
});

test.each(['18.20.0', '20.18.3', '19.30.0'])('Node %s is refused in words', (version) => {
	const root = folderWith({ 'package.json': '{"engines":{"node":">=20.19"}}' });
	expect(() => checkNode(root, version)).toThrow(
		`needs Node 20.19 or newer, and this is Node ${version}`
	);
});

test.each(['20.19.0', '20.20.2', '22.1.0', '100.0.0'])('Node %s is new enough', (version) => {
	const root = folderWith({ 'package.json': '{"engines":{"node":">=20.19"}}' });
	expect(() => checkNode(root, version)).not.toThrow();
});
