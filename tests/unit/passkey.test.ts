import { afterEach, expect, test, vi } from 'vitest';
import { readPasskey } from '$lib/session/passkey';

/* What a passkey answers: the same 32 bytes, in whatever form a browser or a provider hands them over. */

afterEach(() => {
	vi.unstubAllGlobals();
});

const bytes = Uint8Array.from({ length: 32 }, (_, at) => at + 1);
const larger = new Uint8Array(96);
larger.set(bytes, 16);

test.each([
	['a buffer', bytes.slice().buffer],
	['a view of all of a buffer', bytes],
	['a view of a part of a larger buffer', larger.subarray(16, 48)],
	['a view of another kind', new DataView(larger.buffer, 16, 32)]
])('the key of a passkey is read from %s', async (_, first) => {
	const got = { getClientExtensionResults: () => ({ prf: { results: { first } } }) };
	vi.stubGlobal('navigator', { credentials: { get: () => Promise.resolve(got) } });
	expect(await readPasskey([])).toEqual({ kind: 'passkey', output: bytes });
});
