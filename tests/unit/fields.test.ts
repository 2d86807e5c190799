import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, type AST } from 'svelte/compiler';
import { expect, test } from 'vitest';

/*
 * A browser writes what stands in a field to the disk, in clear, to put it back after a restart; what it is asked not to
 * remember it leaves alone. So every field of the app asks for that itself.
 */

const source = fileURLToPath(new URL('../../src', import.meta.url));

interface Field {
	where: string;
	autocomplete: string | null;
	/** Whether words are typed into it. */
	typed: boolean;
	/** What is spread into it, by name. */
	spread: string[];
}

/** Every field of a component, with what it says of being remembered. */
function fieldsOf(file: string): Field[] {
	const text = readFileSync(join(source, file), 'utf8');
	const fields: Field[] = [];
	const look = (node: unknown): void => {
		if (typeof node !== 'object' || node === null) return;
		const { type, name, start } = node as Partial<AST.RegularElement>;
		if (type === 'RegularElement' && ['input', 'textarea', 'select'].includes(name ?? '')) {
			const { attributes } = node as AST.RegularElement;
			const line = text.slice(0, start).split('\n').length;
			fields.push({
				where: `${file}:${line} <${name ?? ''}>`,
				autocomplete: said(attributes),
				typed: name === 'textarea' || (name === 'input' && isTyped(attributes)),
				spread: attributes.flatMap((one) =>
					one.type === 'SpreadAttribute' && one.expression.type === 'Identifier'
						? [one.expression.name]
						: []
				)
			});
		}
		for (const inner of Object.values(node)) look(inner);
	};
	look(parse(text, { modern: true, filename: file }).fragment);
	return fields;
}

/** Whether an input is one for words: all are but those that say they are for something else. */
function isTyped(attributes: AST.RegularElement['attributes']): boolean {
	const type = attributes.find((one) => one.type === 'Attribute' && one.name === 'type');
	if (type?.type !== 'Attribute' || !Array.isArray(type.value)) return true;
	const [only] = type.value;
	const others = ['checkbox', 'radio', 'file', 'date', 'number'];
	return only?.type !== 'Text' || !others.includes(only.data);
}

/** The value of `autocomplete` where it stands in the field itself, as a plain text. */
function said(attributes: AST.RegularElement['attributes']): string | null {
	for (const one of attributes) {
		if (one.type !== 'Attribute' || one.name !== 'autocomplete' || !Array.isArray(one.value)) {
			continue;
		}
		const [only] = one.value;
		return only?.type === 'Text' ? only.data : null;
	}
	return null;
}

const components = readdirSync(source, { recursive: true, encoding: 'utf8' })
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => file.endsWith('.svelte'));

test('every field asks not to be remembered', () => {
	const fields = components.flatMap(fieldsOf);
	expect(fields.length).toBeGreaterThan(40);
	expect(fields.filter(({ autocomplete }) => autocomplete !== 'off')).toEqual([]);
});

test('every field that is typed into asks for no suggestions', () => {
	const fields = components.flatMap(fieldsOf).filter(({ typed, where }) => {
		// What `ui` has is chosen among, not typed into.
		return typed && !where.startsWith('lib/ui/');
	});
	expect(fields.length).toBeGreaterThan(15);
	expect(fields.filter(({ spread }) => !spread.includes('privateField'))).toEqual([]);
});
