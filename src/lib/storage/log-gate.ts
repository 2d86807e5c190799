import { rotateLog } from './rotate-log';
import { storageErrorFrom } from './storage-error';

/** The number of timeouts, of ten seconds each, after which writes no longer wait for a new log. */
const MAX_TIMEOUTS = 2;

/**
 * Delays writes to a database until the browser has begun a new log for it; see `rotateLog`. One new log serves every
 * connection of the page, for as long as one of them is open: the browser closes them all when a write of any tab
 * fails, and while none is open that goes unnoticed.
 */
export class LogGate {
	readonly #name: string;
	#connectionCount = 0;
	#rotation: Promise<void> | null = null;
	#timeouts = 0;

	constructor(name: string) {
		this.#name = name;
	}

	/** Records that a connection was opened. */
	connectionOpened(): void {
		this.#connectionCount += 1;
	}

	/** Records that a connection was closed; `byUs` is false where the browser closed it. */
	connectionClosed(isOurs: boolean): void {
		this.#connectionCount -= 1;
		if (!isOurs || this.#connectionCount === 0) this.connectionLost();
	}

	/** Records that something may have been written in part: the next write waits for another log. */
	connectionLost(): void {
		this.#rotation = null;
	}

	/**
	 * Resolves when there is a new log, and begins one where that is still to be done. Throws a StorageError:
	 * `storage-full` for as long as there is no room for one, and `timeout` twice at the most. Other errors are
	 * ignored: the browser may refuse for ever, and writes must not wait for that.
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

/** Returns the gate of a database, which all connections of this page share. */
export function logGateFor(name: string): LogGate {
	const gate = gates.get(name) ?? new LogGate(name);
	gates.set(name, gate);
	return gate;
}
