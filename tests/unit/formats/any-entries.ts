import fc from 'fast-check';
import { bytesOf } from './damage';
import { sample } from './sample';
import { keys, ownNames, tokens } from './tokens';

/* Good JSON that says anything in the places where a journal has something. */

/** What may stand behind a key: as it should be, or as anyone likes. */
const anyValue = fc.oneof(
	fc.jsonValue({ maxDepth: 3 }),
	fc.constantFrom(...tokens),
	fc.constantFrom(
		'2021-03-03',
		'09:05',
		'A page.',
		'Europe/Lisbon',
		'Etc/Unknown',
		-3,
		3,
		true,
		1614772130123
	),
	fc.dictionary(
		fc.constantFrom(...ownNames),
		fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...tokens))
	)
);

/** Good entries with some of their values replaced by others of any kind. */
export const anyEntries = fc
	.record({
		from: fc.constantFrom(
			'day-one-2021.json',
			'day-one-2024.json',
			'jrnl-2.json',
			'mini-diary-3.json'
		),
		put: fc.array(fc.tuple(fc.nat(5), fc.constantFrom(...keys), anyValue), {
			minLength: 1,
			maxLength: 6
		})
	})
	.map(({ from, put }) => {
		const file = JSON.parse(new TextDecoder().decode(sample(from))) as { entries: object };
		const entriesOf = Object.values(file.entries) as unknown[];
		for (const [index, key, value] of put) {
			const one = entriesOf[index];
			if (typeof one !== 'object' || one === null) continue;
			// As a file would have it: as a property, whatever its name.
			Object.defineProperty(one, key, {
				value,
				enumerable: true,
				writable: true,
				configurable: true
			});
		}
		return bytesOf(JSON.stringify(file));
	});
