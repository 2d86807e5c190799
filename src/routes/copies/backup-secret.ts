import { passphraseVariant } from '$lib/app/lock/passphrase-variant';
import { BackupError } from '$lib/backup/backup';
import type { Journal } from '$lib/journal/journal.svelte';

/** Whether a journal has a recovery code, with which a backup of it can open too. */
export function hasRecoveryCode(journal: Journal): boolean {
	return journal.slots.some(({ kind }) => kind === 'recovery');
}

/** Whether a journal has a passphrase, with which a backup of it can open too. */
export function hasPassphrase(journal: Journal): boolean {
	return journal.slots.some(({ kind }) => kind === 'passphrase');
}

/** Whether a backup did not open because this is not what it was made with. */
export function isWrongSecret(error: unknown): boolean {
	return error instanceof BackupError && error.code === 'wrong-passphrase';
}

/** What a backup opens with: the journal's passphrase, its recovery code, or a passphrase that was made for the file. */
export type BackupSecretKind = 'journal' | 'code' | 'own';

/** Runs work with a secret as it was typed, and if that opens nothing, as it may have been meant. */
export async function tryVariants<Result>(
	secret: string,
	work: (secret: string) => Promise<Result>
): Promise<Result> {
	try {
		return await work(secret);
	} catch (error) {
		const variant = passphraseVariant(secret);
		if (variant === null || !isWrongSecret(error)) throw error;
		return work(variant);
	}
}
