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
import { rebuildSlotList, type SlotReport } from './verify-slots';
import { newRecordDatabase } from './unlock-journal';
import { passkeysOf, signalUnknownPasskeys } from './stored-passkeys';

/** The parts of the session that changing the unlock methods needs. */
interface UnlockContext {
	/** The open journal. Throws `other-key` while it is not open. */
	getUnlocked: () => UnlockedJournal;
	/** Saves all that is being written. */
	flush: () => Promise<void>;
	/** Called with the journal that was encrypted anew, and the vault of its new key. */
	onNewKey: (parts: UnlockedJournal, vault: Vault) => void;
	/** Called with what was found of the slots after their list was rebuilt. */
	onListRebuilt: (slots: SlotReport) => void;
}

/**
 * The unlock methods of an open journal, and the changes to them. Each change resolves when it is in force, and throws
 * what failed; then the unlock methods are as they were. A change that encrypts everything anew reports progress, and
 * can be cancelled; then it rejects with the signal's reason.
 */
export class UnlockMethods {
	readonly #context: UnlockContext;

	constructor(dependencies: UnlockContext) {
		this.#context = dependencies;
	}

	/** Sets a passphrase, with a recovery code, in place of `instead` or of the device slot. */
	async setPassphrase(
		passphrase: string,
		code: string,
		replacedId: string | null,
		work?: WorkOptions
	): Promise<void> {
		const isRetained = (info: SlotInfo): boolean =>
			info.kind !== 'recovery' && info.id !== replacedId;
		await this.#rekey(passphraseAndCode(passphrase, code), isRetained, work);
	}

	/** Replaces the recovery code that opens the journal. */
	async setRecoveryCode(code: string, work?: WorkOptions): Promise<void> {
		const newSlot = { secret: { kind: 'recovery', text: code }, label: '' } as const;
		await this.#rekey([newSlot], (info) => info.kind !== 'recovery', work);
	}

	/** Adds an unlock method to those that are there, and returns it. */
	async add(newSlot: NewSlot): Promise<SlotInfo> {
		return addSlot(this.#context.getUnlocked(), newSlot, newRecordDatabase);
	}

	/**
	 * Removes an unlock method. Everything is encrypted anew, so that an old copy of its slot opens nothing new. For a
	 * passkey the browser is then told that it opens nothing any more.
	 */
	async remove(id: string, work?: WorkOptions): Promise<void> {
		const stored = await this.#context.getUnlocked().storage.readHeader();
		const passkeys = passkeysOf((stored?.slots ?? []).filter((slot) => slot.id === id));
		await this.#rekey([], (info) => info.id !== id, work);
		void signalUnknownPasskeys(passkeys);
	}

	/** Whether a passphrase is one of those that open the journal. It takes as long as opening does. */
	async isCurrentPassphrase(text: string): Promise<boolean> {
		const { journal, vault, storage } = this.#context.getUnlocked();
		const listedIds = new Set(journal.slots.map(({ id }) => id));
		const slots = (await storage.readHeader())?.slots ?? [];
		for (const slot of slots as SecretSlot[]) {
			if (slot.kind !== 'passphrase' || !listedIds.has(slot.id)) continue;
			if (await vault.canUnlock(slot, { kind: 'passphrase', text })) return true;
		}
		return false;
	}

	/** Renames an unlock method: in the list, and in its own row, together. */
	async rename(id: string, label: string): Promise<void> {
		const parts = this.#context.getUnlocked();
		await renameSlot(parts, id, label);
	}

	/**
	 * Rebuilds the list after damage was shown and a person decided so: from now on the unlock method that has just
	 * opened the journal, and those that are still intact, are all there are. Throws `slots-damaged` where not even
	 * that one is.
	 */
	async rebuildList(): Promise<void> {
		await this.#context.flush();
		this.#context.onListRebuilt(await rebuildSlotList(this.#context.getUnlocked()));
	}

	async #rekey(
		newSlots: readonly NewSlot[],
		isRetained: (note: SlotInfo) => boolean,
		work?: WorkOptions
	): Promise<void> {
		await this.#context.flush();
		const parts = this.#context.getUnlocked();
		const vault = await rekeyJournal(parts, newSlots, isRetained, newRecordDatabase, work);
		this.#context.onNewKey(parts, vault);
	}
}
