import type { WorkOptions } from '$lib/records/record-store';
import type { SlotInfo } from '$lib/model/slot-info';
import type { SecretSlot, Vault } from '$lib/vault/vault';
import {
	addSlot,
	passphraseAndCode,
	rekeyJournal,
	renameSlot,
	type NewSlot,
	type UnlockedJournal
} from './key-slots';
import { rebuildSlotList, type FoundSlots } from './inspect-slots';
import { freshStorage } from './open-journal';
import { passkeysIn, signalUnknown } from './stored-passkeys';

/** The parts of the session that changing the unlock methods needs. */
interface UnlockContext {
	/** The open journal. Throws `other-key` while it is not open. */
	open: () => UnlockedJournal;
	/** Saves all that is being written. */
	flush: () => Promise<void>;
	/** Called with the journal that was encrypted anew, and the vault of its new key. */
	onNewKey: (parts: UnlockedJournal, vault: Vault) => void;
	/** Called with what was found of the slots after their list was rebuilt. */
	onListRebuilt: (slots: FoundSlots) => void;
}

/**
 * The unlock methods of an open journal, and the changes to them. Each change resolves when it is in force, and throws
 * what failed; then the unlock methods are as they were. A change that encrypts everything anew reports progress, and
 * can be cancelled; then it rejects with the signal's reason.
 */
export class UnlockMethods {
	readonly #context: UnlockContext;

	constructor(around: UnlockContext) {
		this.#context = around;
	}

	/** Sets a passphrase, with a recovery code, in place of `instead` or of the device slot. */
	async setPassphrase(
		passphrase: string,
		code: string,
		instead: string | null,
		followed?: WorkOptions
	): Promise<void> {
		const keep = (note: SlotInfo): boolean => note.kind !== 'recovery' && note.id !== instead;
		await this.#changeKey(passphraseAndCode(passphrase, code), keep, followed);
	}

	/** Replaces the recovery code that opens the journal. */
	async setRecoveryCode(code: string, followed?: WorkOptions): Promise<void> {
		const added = { secret: { kind: 'recovery', text: code }, label: '' } as const;
		await this.#changeKey([added], (note) => note.kind !== 'recovery', followed);
	}

	/** Adds an unlock method to those that are there, and returns it. */
	async add(added: NewSlot): Promise<SlotInfo> {
		return addSlot(this.#context.open(), added, freshStorage);
	}

	/**
	 * Removes an unlock method. Everything is encrypted anew, so that an old copy of its slot opens nothing new. For a
	 * passkey the browser is then told that it opens nothing any more.
	 */
	async remove(id: string, followed?: WorkOptions): Promise<void> {
		const found = await this.#context.open().storage.readHeader();
		const passkeys = passkeysIn((found?.slots ?? []).filter((slot) => slot.id === id));
		await this.#changeKey([], (note) => note.id !== id, followed);
		void signalUnknown(passkeys);
	}

	/** Whether a passphrase is one of those that open the journal. It takes as long as opening does. */
	async opensWithPassphrase(text: string): Promise<boolean> {
		const { journal, vault, storage } = this.#context.open();
		const known = new Set(journal.slots.map(({ id }) => id));
		const slots = (await storage.readHeader())?.slots ?? [];
		for (const slot of slots as SecretSlot[]) {
			if (slot.kind !== 'passphrase' || !known.has(slot.id)) continue;
			if (await vault.opensWith(slot, { kind: 'passphrase', text })) return true;
		}
		return false;
	}

	/** Renames an unlock method: in the list, and in its own row, together. */
	async rename(id: string, label: string): Promise<void> {
		const parts = this.#context.open();
		await renameSlot(parts, id, label);
	}

	/**
	 * Rebuilds the list after damage was shown and a person decided so: from now on the unlock method that has just
	 * opened the journal, and those that are still intact, are all there are. Throws `slots-damaged` where not even
	 * that one is.
	 */
	async rebuildList(): Promise<void> {
		await this.#context.flush();
		this.#context.onListRebuilt(await rebuildSlotList(this.#context.open()));
	}

	async #changeKey(
		added: readonly NewSlot[],
		keep: (note: SlotInfo) => boolean,
		followed?: WorkOptions
	): Promise<void> {
		await this.#context.flush();
		const parts = this.#context.open();
		const vault = await rekeyJournal(parts, added, keep, freshStorage, followed);
		this.#context.onNewKey(parts, vault);
	}
}
