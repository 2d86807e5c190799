import { Decrypter, Encrypter } from 'age-encryption';
import { unzipSync, zipSync } from 'fflate';
import { serveCalls } from '$lib/worker/worker';

/* What a backup is measured against: age and zip of the same bytes, by the same libraries, and nothing else. */
let files: Record<string, Uint8Array> = {};
let sealed = new Uint8Array(0);

const calls = {
	/** Takes a zip apart, for its files to be packed anew. */
	take(zip: Uint8Array) {
		files = unzipSync(zip);
		return Promise.resolve(Object.keys(files).length);
	},
	async seal({ secret, cost, level }: { secret: string; cost: number; level: 1 | 6 }) {
		const encrypter = new Encrypter();
		encrypter.setPassphrase(secret);
		encrypter.setScryptWorkFactor(cost);
		sealed = new Uint8Array(await encrypter.encrypt(zipSync(files, { level })));
		return sealed.length;
	},
	async open(secret: string) {
		const decrypter = new Decrypter();
		decrypter.addPassphrase(secret);
		return Object.keys(unzipSync(await decrypter.decrypt(sealed))).length;
	}
};

serveCalls(calls);

/** What this worker serves. */
export type BareCalls = typeof calls;
