import { rotateLog } from './rotate-log';
import { storageErrorFrom } from './storage-error';

/** After so many silences of ten seconds each, words no longer wait for a new log. */
const MAX_TIMEOUTS = 2;

/**
 * Lets nothing be written to a database before the browser has begun a new log for it; see `beginNewLog`. One new log
 * serves every connection of the page, for as long as one of them is open: the browser closes them all when a write
 * of any tab fails, and while none is open nobody hears of that.
 */
export class LogGate {
	readonly #name: string;
	#connectionCount = 0;
	#rotation: Promise<void> | null = null;
	#timeouts = 0;

	constructor(name: string) {
		this.#name = name;
	}

	/** Says that a connection was opened. */
	connectionOpened(): void {
		this.#connectionCount += 1;
	}

	/** Says that a connection was closed; `byUs` is false where the browser closed it. */
	connectionClosed(isOurs: boolean): void {
		this.#connectionCount -= 1;
		if (!isOurs || this.#connectionCount === 0) this.connectionLost();
	}

	/** Says that something may have been written in part: the next write waits for another log. */
	connectionLost(): void {
		this.#rotation = null;
	}

	/**
	 * Resolves when there is a new log, which it begins where nobody has. Throws a StorageError: `storage-full` for as
	 * long as there is no room for one, and `timeout` twice at the most. What the browser refuses for another reason it
	 * may refuse for ever; words must not wait for that.
	 */
	whenReady(): Promise<void> {
		if (this.#timeouts >= MAX_TIMEOUTS) return Promise.resolve();
		this.#rotation ??= this.#rotate();
		return this.#rotation;
	}

	#rotate(): Promise<void> {
		const rotation = rotateLog(this.#name).catch((cause: unknown) => {
			const error = storageErrorFrom(cause);
			if (error.code !== 'storage-full' && error.code !== 'timeout') return;
			if (error.code === 'timeout') this.#timeouts += 1;
			if (this.#rotation === rotation) this.#rotation = null;
			throw error;
		});
		return rotation;
	}
}

const gates = new Map<string, LogGate>();

/** The gate of a database, which all connections of this page share. */
export function logGateFor(name: string): LogGate {
	const gate = gates.get(name) ?? new LogGate(name);
	gates.set(name, gate);
	return gate;
}
