/** What a test does that takes long, counted. */
export interface Work {
	/** Documents that are loaded and come to life. */
	loads?: number;
	/** Searches of a whole page by axe. */
	axes?: number;
	/** Times the page is laid out anew and measured. */
	layouts?: number;
	/** Argon2id at the app's full cost: one for each passphrase that is set, tried or read back. */
	derivations?: number;
	/** Presses, fillings and waits for what they lead to. */
	steps?: number;
	/** Browsers that are started on a profile of their own. */
	browsers?: number;
}

/** Milliseconds each takes at the most where the machine does ten times as much as it can: some ten times what it takes alone. */
const EACH: Required<Work> = {
	loads: 8_000,
	axes: 20_000,
	layouts: 1_000,
	derivations: 15_000,
	steps: 2_000,
	browsers: 20_000
};

/** What a test has whatever it does, in milliseconds: a context, a first page, and the end of both. */
const ANY = 20_000;

/** Milliseconds that this much work may take. It grows with the work: what is longer still hangs. */
export function limitOf(work: Work): number {
	return (Object.keys(EACH) as (keyof Work)[]).reduce(
		(sum, kind) => sum + (work[kind] ?? 0) * EACH[kind],
		ANY
	);
}
