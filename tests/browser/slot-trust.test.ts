import { assessSlots, type SlotEvidence } from '$lib/session/slot-trust';
import type { SlotInfo } from '$lib/model/slot-info';
import type { SecretSlot, SlotName } from '$lib/vault/vault';
import { expect, test } from 'vitest';

/* Which slots count, by what is known of each. */

const made = { at: 1, zone: 'UTC', day: '1970-01-01' };
const bytes = new Uint8Array(2);
const slot: SecretSlot = {
	id: 'a'.repeat(32),
	kind: 'recovery',
	v: 1,
	epoch: 1,
	kdf: { name: 'hkdf', salt: '0'.repeat(32) },
	...{ pub: bytes, priv: bytes, pn: bytes, eph: bytes, n: bytes, wrapped: bytes }
};
const name: SlotName = { label: 'on paper', made };
const note: SlotInfo = { id: slot.id, kind: 'recovery', label: 'on paper', made, mark: '0000' };

function judged(evidence: Partial<SlotEvidence>): [trusted: string[], faults: string[]] {
	const whole = { slots: [slot], names: [name], infos: [note], unlockedBy: slot.id };
	const { trusted, faults } = assessSlots({ ...whole, ...evidence });
	return [trusted.map((one) => one.slot.id), faults.map(({ code }) => code)];
}

test('a slot counts that is listed and proven, and of which both say the same', () => {
	expect(judged({})).toEqual([[slot.id], []]);
});

test.each<[string, Partial<SlotEvidence>]>([
	['two rows of its id were read', { slots: [slot, slot], names: [name, name] }],
	['its proof is none', { names: [null] }],
	['it bears another name', { names: [{ ...name, label: 'another' }] }],
	['it was made at another time', { names: [{ ...name, made: { ...made, at: 2 } }] }],
	['it is of another kind', { slots: [{ ...slot, kind: 'passkey' }] }],
	['its public half is another', { slots: [{ ...slot, pub: new Uint8Array([0, 1]) }] }],
	['its public half is no bytes', { slots: [{ ...slot, pub: '0000' as never }] }]
])('a listed slot does not count where %s', (_, evidence) => {
	const [trusted, faults] = judged(evidence);
	expect(trusted).toEqual([]);
	expect(new Set(faults)).toEqual(new Set(['changed']));
});

test('a proven slot that is not listed does not count', () => {
	expect(judged({ infos: [] })).toEqual([[], ['unfinished']]);
});

test('without the list only the slot counts that has opened the journal, and only with its proof', () => {
	expect(judged({ infos: null })).toEqual([[slot.id], ['no-list']]);
	expect(judged({ infos: null, unlockedBy: 'another' })).toEqual([[], ['no-list', 'unfinished']]);
	expect(judged({ infos: null, names: [null] })).toEqual([[], ['no-list', 'unproven']]);
});
