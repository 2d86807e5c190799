import fc from 'fast-check';
import { zipSync } from 'fflate';
import { tokens } from './tokens';

/* Files that something has happened to. */

/** A text in UTF-8. */
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

type Change = (bytes: Uint8Array) => Uint8Array;

/** One thing that goes wrong with a file; places are shares of its length. */
const change: fc.Arbitrary<Change> = fc
	.record({
		kind: fc.constantFrom('cut', 'flip', 'drop', 'repeat', 'put', 'token', 'token', 'overwrite'),
		at: fc.nat(1_000_000).map((share) => share / 1_000_000),
		length: fc.oneof(fc.nat(8), fc.nat(400)),
		bit: fc.nat(7),
		token: fc.constantFrom(...tokens),
		noise: fc.uint8Array({ maxLength: 12 })
	})
	.map(({ kind, at, length, bit, token, noise }) => (bytes: Uint8Array) => {
		const place = Math.min(bytes.length, Math.floor(at * (bytes.length + 1)));
		const before = bytes.subarray(0, place);
		const behind = bytes.subarray(place);
		const piece = behind.subarray(0, length);
		const joined = (...parts: Uint8Array[]): Uint8Array =>
			new Uint8Array(parts.flatMap((part) => [...part]));
		switch (kind) {
			case 'cut':
				return before;
			case 'flip': {
				const copy = bytes.slice();
				copy[place] = (copy[place] ?? 0) ^ (1 << bit);
				return copy;
			}
			case 'drop':
				return joined(before, behind.subarray(length));
			case 'repeat':
				return joined(before, piece, piece, behind);
			case 'put':
				return joined(before, noise, behind);
			case 'token':
				return joined(before, bytesOf(token), behind);
			default:
				return joined(before, noise, behind.subarray(noise.length));
		}
	});
const changes = fc.array(change, { minLength: 1, maxLength: 4 });

/** One of these files, with a few such changes. */
export function damaged(files: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
	return fc
		.record({ file: fc.constantFrom(...files), changes })
		.map(({ file, changes: some }) => some.reduce((bytes, one) => one(bytes), file));
}

/** Files packed properly, so that the damage is found inside. */
export function packed(
	inner: fc.Arbitrary<Uint8Array>,
	path: fc.Arbitrary<string>
): fc.Arbitrary<Uint8Array> {
	return fc
		.array(fc.tuple(path, inner), { minLength: 1, maxLength: 3 })
		.map((files) => zipSync(Object.fromEntries(files)));
}
