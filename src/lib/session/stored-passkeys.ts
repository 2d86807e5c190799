import { RecordDatabase } from '$lib/storage/storage';
import { DATABASE_NAME } from './database-name';
import { journalMarker } from './journal-marker';

type CredentialId = Uint8Array<ArrayBuffer>;

/** A newer method that TypeScript's DOM library does not list everywhere. */
interface PasskeySignals {
	signalUnknownCredential?: (credential: { rpId: string; credentialId: string }) => Promise<void>;
}

/**
 * Returns the credential ids of every passkey among the key slots of this browser's journal, locked or not; none where
 * there is no journal, or where it cannot be read.
 */
export async function readPasskeys(): Promise<CredentialId[]> {
	// Opening a database that is not there would create it.
	if (!(await journalMarker.hasJournal())) return [];
	const storage = new RecordDatabase(DATABASE_NAME);
	try {
		return passkeysOf((await storage.readHeader())?.slots ?? []);
	} catch {
		return []; // a journal that cannot be read
	} finally {
		storage.dispose();
	}
}

/** Returns the credential ids of the passkeys among these rows. */
export function passkeysOf(slots: readonly object[]): CredentialId[] {
	return (slots as readonly { kind?: unknown; credential?: unknown }[]).flatMap(
		({ kind, credential }) =>
			kind === 'passkey' && credential instanceof Uint8Array ? [credential.slice()] : []
	);
}

/**
 * Tells the browser that these passkeys open nothing any more, so that the password manager that stores them can remove
 * them from its list (https://www.w3.org/TR/webauthn-3/#sctn-signal-methods). Many cannot, and none says whether it
 * did.
 */
export async function signalUnknownPasskeys(credentials: readonly CredentialId[]): Promise<void> {
	if (!('PublicKeyCredential' in globalThis)) return;
	const signals = PublicKeyCredential as unknown as PasskeySignals;
	for (const credential of credentials) {
		const credentialId = toBase64Url(credential);
		// An unanswered or refused signal changes nothing: the passkey opens nothing either way.
		await signals
			.signalUnknownCredential?.({ rpId: location.hostname, credentialId })
			.catch(() => undefined);
	}
}

function toBase64Url(bytes: Uint8Array): string {
	const text = btoa(String.fromCharCode(...bytes));
	return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
