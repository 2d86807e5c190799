import { passphraseVariant } from '$lib/app/lock/passphrase-variant';
import { isWrongSecret } from './wrong-secret';

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
