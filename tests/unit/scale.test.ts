import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/*
 * One scale of type, one of space, one longest line: what a sheet asks for has to come from `tokens.css`. Figures in
 * `em` go by the letters beside them and are free, and so are the few pixels that put a drawing into line.
 */

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter((name) => /\.(css|svelte)$/.test(name) && !/(tokens|letters)\.css$/.test(name))
	.map((name) => join('src', name));

/** The declarations of a sheet, or of a component's style, each as its property and its value. */
function declarations(file: string): [property: string, value: string][] {
	const text = readFileSync(file, 'utf8');
	const sheet = file.endsWith('.css') ? text : (/<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '');
	return [...sheet.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([a-z-]+):\s([^;{}]+);/g)].map(
		([, property = '', value = '']) => [property, value]
	);
}

function found(property: RegExp, value: RegExp): string[] {
	return files.flatMap((file) =>
		declarations(file)
			.filter(([name, said]) => property.test(name) && value.test(said))
			.map(([name, said]) => `${file}: ${name}: ${said}`)
	);
}

test('letters have a size of the scale', () => {
	expect(found(/^font(-size)?$/, /\d(rem|px)/)).toEqual([]);
});

test('space comes from the scale', () => {
	expect(found(/^(margin|padding|gap|row-gap|column-gap)/, /\drem/)).toEqual([]);
});

test('a line of text is as long as the longest line, or as what it stands in', () => {
	expect(found(/^max-width$/, /^3\d(\.\d+)?rem$/)).toEqual([]);
});

test('what is pressed is as tall as a finger needs, by one name', () => {
	expect(found(/^(min-)?(height|width)$/, /^44px$/)).toEqual([]);
});

test('corners, and what lies over what, are named', () => {
	expect(found(/^border-radius$/, /^(3px|.*\/)/)).toEqual([]);
	expect(found(/^z-index$/, /^\d/)).toEqual([]);
});
