import { Decrypter, Encrypter } from 'age-encryption';
import { fileErrorFrom } from './age-header';

/** The key of a file, wrapped in its first lines, by the first secret that opens it; null if none does. */
export async function unwrapFileKey(
	header: Uint8Array,
	secrets: readonly string[]
): Promise<Uint8Array | null> {
	const decrypter = new Decrypter();
	for (const secret of secrets) decrypter.addPassphrase(secret);
	try {
		return await decrypter.decryptHeader(header);
	} catch (error) {
		// Where the memory for it is not to be had, that says nothing of the secret.
		if (error instanceof RangeError) throw error;
		return null;
	}
}

/** What a file holds, as it is opened piece by piece. Reading throws `damaged`, at the latest at its end. */
export async function* decryptStream(
	file: Blob,
	fileKey: Uint8Array
): AsyncGenerator<Uint8Array, void> {
	const decrypter = new Decrypter();
	decrypter.addIdentity({ unwrapFileKey: () => fileKey });
	try {
		yield* streamChunks(await decrypter.decrypt(file.stream()));
	} catch (cause) {
		throw fileErrorFrom(cause);
	}
}

/** Seals what is read from `plain` to a passphrase, as age does. `cost` is the exponent of scrypt's. */
export async function encryptStream(
	plain: ReadableStream<Uint8Array>,
	secret: string,
	workFactor: number
): Promise<AsyncGenerator<Uint8Array, void>> {
	const encrypter = new Encrypter();
	encrypter.setPassphrase(secret);
	encrypter.setScryptWorkFactor(workFactor);
	return streamChunks(await encrypter.encrypt(plain));
}

/** Safari's streams cannot be iterated over. */
async function* streamChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
	const reader = stream.getReader();
	try {
		for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}
