import type { Journal } from '$lib/journal/journal.svelte';

/** Whether a journal has a recovery code, with which a backup of it can open too. */
export function hasRecoveryCode(journal: Journal): boolean {
	return journal.slots.some(({ kind }) => kind === 'recovery');
}

/** Whether a journal has a passphrase, with which a backup of it can open too. */
export function hasPassphrase(journal: Journal): boolean {
	return journal.slots.some(({ kind }) => kind === 'passphrase');
}
