import { BackupError } from '$lib/backup/backup';

/** Whether a backup did not open because this is not what it was made with. */
export function isWrongSecret(error: unknown): boolean {
	return error instanceof BackupError && error.code === 'wrong-passphrase';
}
