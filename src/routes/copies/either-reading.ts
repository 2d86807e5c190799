import { BackupError } from '$lib/backup/backup';
import { otherReading } from '../ways-in/other-reading';

/** Runs work with a secret as it was typed, and if that opens nothing, as it may have been meant. */
export async function eitherReading<Result>(
	secret: string,
	work: (secret: string) => Promise<Result>
): Promise<Result> {
	try {
		return await work(secret);
	} catch (error) {
		const meant = otherReading(secret);
		const wrong = error instanceof BackupError && error.code === 'wrong-passphrase';
		if (!wrong || meant === null) throw error;
		return work(meant);
	}
}
