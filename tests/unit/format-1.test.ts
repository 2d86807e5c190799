import { createDecipheriv, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/*
 * Opens the frozen journal of format 1 as docs/storage-format.md draws it, without a line of the app:
 * what the page promises to whoever wants to read their pages without us.
 */
interface Fixture {
	stores: {
		meta: { vaultId: string; epoch: number; root: string }[];
		slots: Record<'id' | 'n' | 'wrapped', string>[];
		keys: { id: string; key: string }[];
		r: { id: string; rev: number; ep: number; n: string; c: string }[];
	};
	says: { entries: { id: string }[]; versions: { id: string }[]; settings: object };
}
const fixture = JSON.parse(
	readFileSync(new URL('../fixtures/format-1.json', import.meta.url), 'utf8')
) as Fixture;

const bytes = (hex: string): Buffer => Buffer.from(hex.replace('hex:', ''), 'hex');

function decrypt(key: Buffer, nonce: string, sealed: string, associated: string): Buffer {
	const data = bytes(sealed);
	const opening = createDecipheriv('aes-256-gcm', key, bytes(nonce));
	opening.setAAD(Buffer.from(associated));
	opening.setAuthTag(data.subarray(-16));
	return Buffer.concat([opening.update(data.subarray(0, -16)), opening.final()]);
}

test('the frozen journal opens by the documented format alone', () => {
	const { meta, slots, keys, r } = fixture.stores;
	const [header, slot, key] = [meta[0], slots[0], keys[0]];
	if (!header || !slot || !key) throw new Error('the fixture is not whole');
	const { vaultId } = header;
	const vaultKey = decrypt(
		bytes(key.key),
		slot.n,
		slot.wrapped,
		`s1|${vaultId}|${slot.id}|device|1|none`
	);
	const info = 'own-voice/1/records';
	const recordKey = Buffer.from(hkdfSync('sha256', vaultKey, bytes(vaultId), info, 32));
	const opened = r.map(({ id, rev, ep, n, c }) => {
		const plain = decrypt(recordKey, n, c, `r1|${vaultId}|${id}|${rev}|${ep}`);
		const json = plain.subarray(4, 4 + plain.readUInt32BE(0)).toString('utf8');
		return { id, ...(JSON.parse(json) as { kind: string }) };
	});
	const ofKind = (kind: string): object[] =>
		opened.filter((one) => one.kind === kind).map(({ kind: _, ...rest }) => rest);

	const byId = (a: object, b: object): number =>
		(a as { id: string }).id.localeCompare((b as { id: string }).id);
	expect(ofKind('entry').sort(byId)).toEqual([...fixture.says.entries].sort(byId));
	expect(ofKind('version')).toEqual(fixture.says.versions);
	expect(ofKind('settings')).toMatchObject([fixture.says.settings]);
	expect(ofKind('root')).toMatchObject([{ id: header.root }]);
});
