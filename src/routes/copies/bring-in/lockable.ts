import { isRecoveryCode } from '$lib/session/recovery-code';
import { checkPassphrase } from '$lib/passphrase/passphrase';

/**
 * Whether what opened a backup can lock a journal as its passphrase: not a code, and nothing that would be refused where
 * a passphrase is chosen. Where the list of common ones does not arrive, it is taken for one.
 */
export async function canBePassphrase(secret: string): Promise<boolean> {
	if (await isRecoveryCode(secret)) return false;
	return (await checkPassphrase(secret).catch(() => null)) === null;
}
