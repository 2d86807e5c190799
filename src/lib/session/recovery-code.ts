import { equalBytes } from '$lib/bytes/bytes';
import { parseCode } from '$lib/vault/vault';

export { newRecoveryCode } from '$lib/vault/vault';

/** Whether a text is a recovery code, by its length, its characters and its check characters. */
export async function isRecoveryCode(text: string): Promise<boolean> {
	return (await parseCode(text)) !== null;
}

/** Whether two texts are the same recovery code, however they were typed. */
export async function isSameCode(one: string, other: string): Promise<boolean> {
	const [a, b] = [await parseCode(one), await parseCode(other)];
	return a !== null && b !== null && equalBytes(a, b);
}
