import type { Journal } from '$lib/journal/journal.svelte';
import { momentAt } from '$lib/journal/moment';
import type { Followed } from '$lib/journal/sealed-records';
import type { SlotNote } from '$lib/journal/slot-note';
import type { Storage } from '$lib/storage/storage';
import type { Secret, SecretSlot, Vault } from '$lib/vault/vault';
import { toHex } from '$lib/vault/vault';
import { SessionError } from './failure';

/** A secret with a slot to be: what a person chose, and what they call it. */
export interface NewSlot {
	secret: Exclude<Secret, { kind: 'device' }>;
	label: string;
	credential?: Uint8Array<ArrayBuffer>;
}

/** A passphrase and a recovery code, as slots to be. */
export function bothWays(passphrase: string, code: string): NewSlot[] {
	return [
		{ secret: { kind: 'passphrase', text: passphrase }, label: '' },
		{ secret: { kind: 'recovery', text: code }, label: '' }
	];
}

/** Makes a slot in a vault, with the note that goes into the journal. Throws for a code that is none. */
export async function makeSlot(
	vault: Vault,
	{ secret, label, credential }: NewSlot
): Promise<{ slot: SecretSlot; note: SlotNote }> {
	const slot = await vault.makeSecretSlot(secret, credential);
	if (!slot) throw new SessionError('no-key', 'not a recovery code');
	return { slot, note: noteOf(slot, label) };
}

/**
 * Adds a way to open the journal. It counts only after it was read back through another connection and
 * has opened the vault; until then, and if it never does, it is not there. Returns what the journal keeps of it.
 */
export async function addSlot(
	{ journal, vault, storage }: Open,
	added: NewSlot,
	freshStorage: () => Storage
): Promise<SlotNote> {
	const { slot, note } = await makeSlot(vault, added);
	await storage.putSlots([slot]);
	try {
		await checkReadBack(vault, [{ slot, secret: added.secret }], freshStorage);
		await journal.noteSlots((notes) => [...notes, note]);
		return note;
	} catch (error) {
		await storage.removeSlots([slot.id]);
		throw error;
	}
}

/** What is open: the journal with the parts beneath it. */
export interface Open {
	journal: Journal;
	vault: Vault;
	storage: Storage;
}

/**
 * Moves the journal to a new vault key, with these new slots and those of the old ones that `keep` says.
 * New slots are written, read back and tried before anything old goes; then all of it changes in one
 * transaction. Returns the vault of the new epoch. When it is stopped it rejects with the signal's reason, and
 * the new slots are gone.
 */
export async function changeKey(
	{ journal, vault, storage }: Open,
	added: readonly NewSlot[],
	keep: (note: SlotNote) => boolean,
	freshStorage: () => Storage,
	followed: Followed = {}
): Promise<Vault> {
	const next = await vault.nextEpoch();
	let made: Awaited<ReturnType<typeof makeSlot>>[] = [];
	try {
		made = await Promise.all(added.map((one) => makeSlot(next, one)));
		await storage.putSlots(made.map(({ slot }) => slot));
		const tried = made.map(({ slot }, index) => ({
			slot,
			secret: (added[index] as NewSlot).secret
		}));
		await checkReadBack(next, tried, freshStorage);
		await journal.reseal(
			next,
			// Another tab may add or name one until all is sealed.
			async () => {
				const found = await storage.readHeader();
				const notes = journal.slots.filter((note) => note.kind !== 'device' && keep(note));
				const old = ((found?.slots ?? []) as SecretSlot[]).filter((slot) =>
					notes.some(({ id, mark }) => id === slot.id && mark === markOf(slot))
				);
				const kept = await next.rewrap(old);
				const known = notes.filter(({ id }) => kept.some((slot) => slot.id === id));
				return {
					notes: [...known, ...made.map(({ note }) => note)],
					rows: [...kept, ...made.map(({ slot }) => slot)]
				};
			},
			followed
		);
		vault.close();
		return next;
	} catch (error) {
		next.close();
		// What failed may have landed all the same, and then these slots may be all that opens it. The reason of a stop
		// comes before the write alone: they open nothing, here or on the disk, and do no harm where they stay.
		const { signal } = followed;
		if (signal?.aborted && error === signal.reason) {
			await storage.removeSlots(made.map(({ slot }) => slot.id)).catch(() => undefined);
		}
		throw error;
	}
}

/** Reads slots back through another connection and opens the vault with each. Throws `no-key` if one does not. */
export async function checkReadBack(
	vault: Vault,
	slots: readonly { slot: SecretSlot; secret: Secret }[],
	freshStorage: () => Storage
): Promise<void> {
	const fresh = freshStorage();
	try {
		const found = await fresh.readHeader();
		for (const { slot, secret } of slots) {
			const back = found?.slots.find(({ id }) => id === slot.id) as SecretSlot | undefined;
			if (!back || !(await vault.opensWith(back, secret))) {
				throw new SessionError('no-key', 'a new slot does not open the vault');
			}
		}
	} finally {
		fresh.close();
	}
}

/** What the journal keeps of a slot. */
export function noteOf(slot: SecretSlot, label: string): SlotNote {
	return { id: slot.id, kind: slot.kind, label, made: momentAt(Date.now()), mark: markOf(slot) };
}

function markOf(slot: SecretSlot): string {
	return toHex(slot.pub);
}
