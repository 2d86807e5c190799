import { equalBytes } from '$lib/bytes/bytes';
import type { Secret } from '$lib/vault/vault';
import type { NewSlot } from './key-slots';

/*
 * Passkeys as an unlock method: WebAuthn's PRF extension returns, for one credential and one input, always the same 32
 * bytes (https://www.w3.org/TR/webauthn-3/#prf-extension). The input is given already when the passkey is made: Windows
 * Hello refuses an empty one (https://github.com/mozilla/fxa/pull/20786).
 */
const PRF_INPUT = new TextEncoder().encode('own-voice/1/passkey: one input for all');
const APP_NAME = 'Own Voice';

/** Returns the output of the extension; TypeScript's DOM library types it as a buffer source. */
function prfOutput(credential: PublicKeyCredential): Uint8Array<ArrayBuffer> | null {
	const first = credential.getClientExtensionResults().prf?.results?.first;
	if (!first) return null;
	if (!ArrayBuffer.isView(first)) return new Uint8Array(first).slice();
	// A view may be a part of a larger buffer, and the rest does not belong to the output.
	return new Uint8Array(first.buffer, first.byteOffset, first.byteLength).slice();
}

/** Whether this browser may offer passkeys here. Whether one can open a journal is known only when it is made. */
export async function canUsePasskey(): Promise<boolean> {
	if (!('PublicKeyCredential' in globalThis) || !isSecureContext) return false;
	// A passkey belongs to a domain name; an IP address has none.
	if (/^[\d.:[\]]+$/.test(location.hostname)) return false;
	try {
		const capabilities = await PublicKeyCredential.getClientCapabilities();
		return capabilities['extension:prf'] !== false;
	} catch {
		return true; // an older browser, which does not say
	}
}

/**
 * Creates a passkey and reads its output at once; the output must be the same both times. Null when the person cancels,
 * and when this passkey cannot open a journal.
 */
export async function createPasskey(label: string): Promise<NewSlot | null> {
	const created = await requestCredential(() =>
		navigator.credentials.create({
			publicKey: {
				rp: { name: APP_NAME },
				user: { id: randomBytes(16), name: APP_NAME, displayName: APP_NAME },
				challenge: randomBytes(32),
				pubKeyCredParams: [
					{ type: 'public-key', alg: -7 },
					{ type: 'public-key', alg: -257 }
				],
				authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
				extensions: { prf: { eval: { first: PRF_INPUT } } }
			}
		})
	);
	if (!created) return null;
	const credential = new Uint8Array(created.rawId);
	const secret = await readPasskey([credential]);
	const firstOutput = prfOutput(created);
	if (!secret || (firstOutput && !equalBytes(firstOutput, secret.output))) return null;
	return { secret, label, credential };
}

/** Reads the output of one of these passkeys. Null when the person cancels, or it has none. */
export async function readPasskey(
	credentials: readonly Uint8Array<ArrayBuffer>[]
): Promise<Extract<Secret, { kind: 'passkey' }> | null> {
	const assertion = await requestCredential(() =>
		navigator.credentials.get({
			publicKey: {
				challenge: randomBytes(32),
				allowCredentials: credentials.map((id) => ({ type: 'public-key', id })),
				userVerification: 'required',
				extensions: { prf: { eval: { first: PRF_INPUT } } }
			}
		})
	);
	const output = assertion && prfOutput(assertion);
	return output && { kind: 'passkey', output };
}

async function requestCredential(
	request: () => Promise<Credential | null>
): Promise<PublicKeyCredential | null> {
	try {
		return (await request()) as PublicKeyCredential | null;
	} catch (error) {
		// Cancelled, timed out, or not possible on this device: the browser has told the person.
		if (error instanceof DOMException) return null;
		throw error;
	}
}

function randomBytes(length: number): Uint8Array<ArrayBuffer> {
	return crypto.getRandomValues(new Uint8Array(length));
}
