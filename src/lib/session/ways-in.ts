import type { Followed } from '$lib/journal/sealed-records';
import type { SlotNote } from '$lib/journal/slot-note';
import type { SecretSlot, Vault } from '$lib/vault/vault';
import { addSlot, bothWays, changeKey, type NewSlot, type Open } from './key-slots';
import { freshStorage } from './open-journal';

/** What changing the ways in needs of the rest. */
interface Around {
	/** The open journal. Throws `other-key` while it is not open. */
	open: () => Open;
	/** Saves all that is being written. */
	flush: () => Promise<void>;
	/** Called with what was sealed anew, and the vault of its new key. */
	onNewKey: (parts: Open, vault: Vault) => void;
}

/**
 * The ways in of an open journal: what opens it, and what does so from now on. Each change resolves when it
 * holds, and throws what failed; then the ways in are as they were. What seals everything anew can be followed, and
 * stopped; then it rejects with the signal's reason.
 */
export class WaysIn {
	readonly #around: Around;

	constructor(around: Around) {
		this.#around = around;
	}

	/** Sets a passphrase, with a recovery code, in place of `instead` or of the device slot. */
	async setPassphrase(
		passphrase: string,
		code: string,
		instead: string | null,
		followed?: Followed
	): Promise<void> {
		const keep = (note: SlotNote): boolean => note.kind !== 'recovery' && note.id !== instead;
		await this.#changeKey(bothWays(passphrase, code), keep, followed);
	}

	/** Makes a new recovery code the one that opens the journal. */
	async setRecoveryCode(code: string, followed?: Followed): Promise<void> {
		const added = { secret: { kind: 'recovery', text: code }, label: '' } as const;
		await this.#changeKey([added], (note) => note.kind !== 'recovery', followed);
	}

	/** Adds a way in beside those that are there. */
	async add(added: NewSlot): Promise<void> {
		await addSlot(this.#around.open(), added, freshStorage);
	}

	/** Removes a way in. Everything is sealed anew, so that an old copy of the way opens nothing new. */
	async remove(id: string, followed?: Followed): Promise<void> {
		await this.#changeKey([], (note) => note.id !== id, followed);
	}

	/** Whether a passphrase is one of those that open the journal. It takes as long as opening does. */
	async opensWithPassphrase(text: string): Promise<boolean> {
		const { journal, vault, storage } = this.#around.open();
		const known = new Set(journal.slots.map(({ id }) => id));
		const slots = (await storage.readHeader())?.slots ?? [];
		for (const slot of slots as SecretSlot[]) {
			if (slot.kind !== 'passphrase' || !known.has(slot.id)) continue;
			if (await vault.opensWith(slot, { kind: 'passphrase', text })) return true;
		}
		return false;
	}

	/** Names a way in. */
	async name(id: string, label: string): Promise<void> {
		const { journal } = this.#around.open();
		await journal.noteSlots(
			journal.slots.map((note) => (note.id === id ? { ...note, label } : note))
		);
	}

	async #changeKey(
		added: readonly NewSlot[],
		keep: (note: SlotNote) => boolean,
		followed?: Followed
	): Promise<void> {
		await this.#around.flush();
		const parts = this.#around.open();
		const vault = await changeKey(parts, added, keep, freshStorage, followed);
		this.#around.onNewKey(parts, vault);
	}
}
