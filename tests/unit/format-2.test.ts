import {
	createDecipheriv,
	createECDH,
	createPrivateKey,
	createPublicKey,
	diffieHellman,
	hkdfSync
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/*
 * Opens the frozen journals of format 2 as docs/storage-format.md draws them, without a line of the app, and reads
 * the proofs of their slots.
 */
interface Slot {
	[field: string]: unknown;
	id: string;
	kind: string;
	v: number;
	epoch: number;
	kdf: Record<string, string | number>;
}
interface Stores {
	meta: { format: number; vaultId: string; epoch: number; root: string }[];
	slots: Slot[];
	keys: { id: string; key: string }[];
	r: { id: string; rev: number; ep: number; n: string; c: string }[];
}
type Named = Record<string, unknown> & { id: string };
interface Fixture {
	secrets: { code: string; passkey: string };
	locked: { stores: Stores; says: { entries: Named[]; versions: Named[]; slots: Named[] } };
	device: { stores: Stores; says: { entries: Named[] } };
}
const fixture = JSON.parse(
	readFileSync(new URL('../fixtures/format-2.json', import.meta.url), 'utf8')
) as Fixture;

const bytes = (hex: unknown): Buffer => Buffer.from(String(hex).replace('hex:', ''), 'hex');
const derive = (key: Buffer, salt: Buffer, info: string): Buffer =>
	Buffer.from(hkdfSync('sha256', key, salt, info, 32));

function decrypt(key: Buffer, nonce: unknown, sealed: unknown, associated: string): Buffer {
	const data = bytes(sealed);
	const opening = createDecipheriv('aes-256-gcm', key, bytes(nonce));
	opening.setAAD(Buffer.from(associated));
	opening.setAuthTag(data.subarray(-16));
	return Buffer.concat([opening.update(data.subarray(0, -16)), opening.final()]);
}

function jsonOf(plain: Buffer): Record<string, unknown> {
	const text = plain.subarray(4, 4 + plain.readUInt32BE(0)).toString('utf8');
	return JSON.parse(text) as Record<string, unknown>;
}

function kdfText(kdf: Slot['kdf']): string {
	const members = { none: [], argon2id: ['m', 't', 'p'], scrypt: ['n', 'r', 'p'], hkdf: [] }[
		String(kdf['name'])
	];
	const all = [kdf['name'], ...(members ?? []).map((one) => kdf[one]), kdf['salt']];
	return all.filter((one) => one !== undefined).join(':');
}

/** The code's 16 bytes, out of Crockford's base 32. */
function bytesOfCode(code: string): Buffer {
	const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
	const bits = Array.from(code.replaceAll('-', '').slice(0, 26), (sign) =>
		signs.indexOf(sign).toString(2).padStart(5, '0')
	).join('');
	return Buffer.from(
		bits
			.slice(0, 128)
			.match(/.{8}/g)
			?.map((one) => Number.parseInt(one, 2)) ?? []
	);
}

/** The vault key out of a secret slot. */
function unwrap(slot: Slot, secret: Buffer, use: string, vaultId: string): Buffer {
	const { id, kind, v, epoch, kdf } = slot;
	const secretKey = derive(secret, bytes(kdf['salt']), `own-voice/1/${use}`);
	const bound = `p${v}|${vaultId}|${id}|${kind}|${kdfText(kdf)}`;
	const der = decrypt(secretKey, slot['pn'], slot['priv'], bound);
	const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
	const eph = bytes(slot['eph']);
	expect([eph.length, bytes(slot['pub']).length]).toEqual([65, 65]);
	const publicKey = createPublicKey({
		key: {
			kty: 'EC',
			crv: 'P-256',
			x: eph.subarray(1, 33).toString('base64url'),
			y: eph.subarray(33).toString('base64url')
		},
		format: 'jwk'
	});
	const own = createECDH('prime256v1');
	own.setPrivateKey(Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url'));
	expect(own.getPublicKey()).toEqual(bytes(slot['pub']));
	const shared = diffieHellman({ privateKey, publicKey });
	const agreed = derive(shared, bytes(id), 'own-voice/1/wrap');
	return decrypt(
		agreed,
		slot['n'],
		slot['wrapped'],
		`s${v}|${vaultId}|${id}|${kind}|${epoch}|${kdfText(kdf)}`
	);
}

/** The name that is sealed in a slot, and proves it. */
function nameOf(slot: Slot, vaultKey: Buffer, vaultId: string): Record<string, unknown> {
	const { id, kind, v, epoch, kdf } = slot;
	const fields = ['pub', 'priv', 'pn', 'eph', 'n', 'wrapped', 'credential'];
	const hex = fields.map((field) => (slot[field] ? bytes(slot[field]).toString('hex') : ''));
	const text = ['q1', vaultId, id, kind, v, epoch, kdfText(kdf), ...hex].join('|');
	const key = derive(vaultKey, bytes(vaultId), 'own-voice/2/slots');
	return jsonOf(decrypt(key, slot['qn'], slot['proof'], text));
}

function recordsOf({ meta, r }: Stores, vaultKey: Buffer): Record<string, Named[]> {
	const vaultId = meta[0]?.vaultId ?? '';
	const key = derive(vaultKey, bytes(vaultId), 'own-voice/1/records');
	const opened = r.map(({ id, rev, ep, n, c }) => {
		const plain = decrypt(key, n, c, `r1|${vaultId}|${id}|${rev}|${ep}`);
		return Object.assign(jsonOf(plain), { id });
	});
	const kinds: Record<string, Named[]> = {};
	for (const record of opened) (kinds[String(record['kind'])] ??= []).push(record);
	return kinds;
}

const byId = (records: readonly Named[] = []): Named[] =>
	records.map(({ kind: _, ...rest }) => rest as Named).sort((a, b) => a.id.localeCompare(b.id));

test.each(['recovery', 'passkey'])('opens the locked journal by its %s, and its proofs', (kind) => {
	const { stores, says } = fixture.locked;
	const [header] = stores.meta;
	const slot = stores.slots.find((one) => one.kind === kind);
	if (!header || !slot) throw new Error('the fixture is not whole');
	expect(header.format).toBe(2);
	const { code, passkey } = fixture.secrets;
	const secret = kind === 'recovery' ? bytesOfCode(code) : bytes(passkey);
	const vaultKey = unwrap(slot, secret, kind, header.vaultId);
	const records = recordsOf(stores, vaultKey);
	expect(byId(records['entry'])).toEqual(byId(says.entries));
	expect(byId(records['version'])).toEqual(byId(says.versions));
	expect(records['root']).toMatchObject([{ id: header.root }]);

	expect(records['slots']).toMatchObject([{ slots: says.slots }]);
	for (const { id, kind: noted, label, made, mark, proven } of says.slots) {
		const row = stores.slots.find((one) => one.id === id);
		if (!row) throw new Error('a slot is missing');
		expect([row.kind, bytes(row['pub']).toString('hex')]).toEqual([noted, mark]);
		expect(nameOf(row, vaultKey, header.vaultId)).toEqual({ label, made });
		expect(proven).toBe(true);
		expect(() => nameOf({ ...row, kind: 'device' }, vaultKey, header.vaultId)).toThrow();
	}
});

test('opens the journal that opens by itself, and the proof of its slot', () => {
	const { stores, says } = fixture.device;
	const [header, slot, key] = [stores.meta[0], stores.slots[0], stores.keys[0]];
	if (!header || !slot || !key) throw new Error('the fixture is not whole');
	const text = `s1|${header.vaultId}|${slot.id}|device|1|none`;
	const vaultKey = decrypt(bytes(key.key), slot['n'], slot['wrapped'], text);
	expect(byId(recordsOf(stores, vaultKey)['entry'])).toEqual(byId(says.entries));
	expect(nameOf(slot, vaultKey, header.vaultId)).toMatchObject({ label: '' });
});
