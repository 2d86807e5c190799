import { passphraseVariant } from '$lib/app/lock/passphrase-variant';
import { BackupError } from '$lib/backup/backup';
import type { Journal } from '$lib/journal/journal.svelte';

/** Whether a journal has a recovery code, which can decrypt a backup of it too. */
export function hasRecoveryCode(journal: Journal): boolean {
	return journal.slots.some(({ kind }) => kind === 'recovery');
}

/** Whether a journal has a passphrase, which can decrypt a backup of it too. */
export function hasPassphrase(journal: Journal): boolean {
	return journal.slots.some(({ kind }) => kind === 'passphrase');
}

/** Whether a backup was not decrypted because the secret is not the one it was made with. */
export function isWrongSecret(error: unknown): boolean {
	return error instanceof BackupError && error.code === 'wrong-passphrase';
}

/** The kind of a backup's secret: the journal's passphrase, its recovery code, or a passphrase made for the file. */
export type BackupSecretKind = 'journal' | 'code' | 'own';

/** Runs work with a secret as it was typed, and if that is wrong, as it may have been meant. */
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
