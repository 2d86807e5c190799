import type { Moment } from '$lib/model/moment';
import type { SlotInfo } from '$lib/model/slot-info';
import type { KeySlot, SlotName } from '$lib/vault/vault';
import { toHex } from '$lib/id/random-id';

/** A fault of a slot, or of the list of the slots. */
export interface SlotFault {
	/** The slot's id; empty for the list. */
	id: string;
	/**
	 * - `no-list`: the list of the slots is missing or damaged
	 * - `unproven`: a slot that is not listed, and that nobody with this journal open has made as it is
	 * - `changed`: listed, and changed since it was made
	 * - `missing`: listed, and not on the disk
	 * - `unfinished`: made by this journal and never listed: adding it was interrupted, or the list was lost
	 */
	code: 'no-list' | 'unproven' | 'changed' | 'missing' | 'unfinished';
	kind: string;
	/** The name that the person gave it, where that is known. */
	label: string;
}

/** A trusted slot with its name. */
export interface TrustedSlot {
	slot: KeySlot;
	name: SlotName;
}

/** The evidence by which slots are judged. */
export interface SlotEvidence {
	/** The slots of the header's epoch, as they are on the disk. */
	slots: readonly KeySlot[];
	/** Their names from their proofs, in the same order; null for one without a valid proof. */
	names: readonly (SlotName | null)[];
	/** The list, where it is intact; null where it is lost. */
	infos: readonly SlotInfo[] | null;
	/** The id of the slot that has opened the journal. */
	unlockedBy: string | null;
}

/**
 * Returns which slots are trusted: those that are listed and have a proof of all their fields. Without the list only
 * the one that has just opened the journal is, and it too needs its proof. A device slot is on no list.
 */
export function assessSlots({ slots, names, infos, unlockedBy }: SlotEvidence): {
	trusted: TrustedSlot[];
	faults: SlotFault[];
} {
	const trusted: TrustedSlot[] = [];
	const faults: SlotFault[] = infos ? [] : [{ id: '', code: 'no-list', kind: '', label: '' }];
	const addFault = (slot: KeySlot, code: SlotFault['code'], label: string): void => {
		faults.push({ id: slot.id, code, kind: slot.kind, label });
	};
	for (const [index, slot] of slots.entries()) {
		const isUnique = slots.filter(({ id }) => id === slot.id).length === 1;
		const name = isUnique ? (names[index] ?? null) : null;
		const info = infos?.find(({ id }) => id === slot.id);
		if (!name) addFault(slot, info ? 'changed' : 'unproven', info?.label ?? '');
		else if (info ? isSameInfo(info, slot, name) : isTrustedUnlisted(slot, infos, unlockedBy)) {
			trusted.push({ slot, name });
		} else addFault(slot, info ? 'changed' : 'unfinished', info?.label ?? name.label);
	}
	for (const { id, kind, label } of infos ?? []) {
		if (!slots.some((slot) => slot.id === id)) faults.push({ id, code: 'missing', kind, label });
	}
	return { trusted, faults };
}

/** Whether these faults forbid any change: all but `unfinished` do, for such a slot opens nothing. */
export function blocksChanges(faults: readonly SlotFault[]): boolean {
	return faults.some(({ code }) => code !== 'unfinished');
}

/** Whether a proven slot that is on no list is trusted. */
function isTrustedUnlisted(
	slot: KeySlot,
	infos: readonly SlotInfo[] | null,
	unlockedBy: string | null
): boolean {
	return slot.kind === 'device' || (infos === null && slot.id === unlockedBy);
}

function isSameInfo(info: SlotInfo, slot: KeySlot, { label, made }: SlotName): boolean {
	return (
		info.kind === slot.kind &&
		info.mark === markOf(slot) &&
		info.label === label &&
		info.made.at === (made as Moment | null)?.at
	);
}

/** Returns the mark of a slot in the list: its public half in hex. */
export function markOf(slot: KeySlot): string {
	if (slot.kind === 'device') return '';
	// Stored data may be of any form, whatever the type says.
	const pub: unknown = slot.pub;
	return pub instanceof Uint8Array ? toHex(pub) : 'none';
}
