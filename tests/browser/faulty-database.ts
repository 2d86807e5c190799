/**
 * What can go wrong with a call to the database:
 * - `fail`: it answers with an error
 * - `abort`: its transaction is given up, as when the disk is full
 * - `close`: its connection breaks, as iOS does it
 * - `hang`: it is never answered, and none after it; nothing of them reaches the disk
 * - `unanswered`: its transaction reaches the disk, and nobody is told
 */
export type Fault = 'fail' | 'abort' | 'close' | 'hang' | 'unanswered';
export const faults: readonly Fault[] = ['fail', 'abort', 'close', 'hang', 'unanswered'];

/** What was made to go wrong. */
export interface Breaking {
	/** Whether the call was reached, and went wrong. */
	readonly happened: boolean;
	/** How many answers were kept back so far: whoever asked waits for them. */
	readonly waiting: number;
	/** From now on everything works; what hung goes on hanging. */
	mend(): void;
}

type Method = (this: unknown, ...input: never[]) => unknown;

const calls = ['get', 'getAll', 'count', 'put', 'add', 'delete', 'clear'];
const answers = ['success', 'error', 'complete', 'abort', 'upgradeneeded', 'blocked'];

/** Lets the n-th call to any database from now on, counted from 1, go wrong. Only one at a time may be broken. */
export function breakCall(nth: number, fault: Fault): Breaking {
	const originals: (() => void)[] = [];
	const state = { calls: 0, happened: false, waiting: 0 };
	/** What gives no answer: a transaction with all that is asked of it, or the opening of a database. */
	const silent = new Set<EventTarget>();
	const silence = (from: EventTarget, of: EventTarget): void => {
		for (const answer of answers) {
			// Added before anyone can listen, so it is the first to hear.
			from.addEventListener(answer, (event) => {
				if (!silent.has(of) || (fault === 'unanswered' && event.type !== 'complete')) return;
				event.stopImmediatePropagation();
				event.preventDefault();
				state.waiting += 1;
			});
		}
	};
	const isDue = (): boolean => {
		if (state.happened) return fault === 'hang';
		state.happened = (state.calls += 1) === nth;
		return state.happened;
	};
	const wrap = (owner: object, name: string, around: (original: Method) => Method): void => {
		const original = Reflect.get(owner, name) as Method;
		Reflect.set(owner, name, around(original));
		originals.push(() => Reflect.set(owner, name, original));
	};
	const goWrong = (request: IDBRequest, transaction: IDBTransaction): void => {
		if (fault === 'fail') failsWith(request);
		else if (fault === 'unanswered') silent.add(transaction);
		else {
			if (fault === 'hang') silent.add(transaction);
			transaction.abort();
			if (fault !== 'close') return;
			transaction.db.close();
			transaction.db.dispatchEvent(new Event('close'));
		}
	};
	wrap(IDBFactory.prototype, 'open', (original) => {
		return function (this, ...input) {
			const request = original.apply(this, input) as IDBOpenDBRequest;
			silence(request, request);
			// A connection cannot break, nor a transaction end, before there is one.
			if (!isDue()) return request;
			if (fault === 'hang') silent.add(request);
			else if (fault !== 'unanswered') failsWith(request);
			return request;
		};
	});
	wrap(IDBDatabase.prototype, 'transaction', (original) => {
		return function (this, ...input) {
			const transaction = original.apply(this, input) as IDBTransaction;
			silence(transaction, transaction);
			return transaction;
		};
	});
	for (const name of calls) {
		wrap(IDBObjectStore.prototype, name, (original) => {
			return function (this, ...input) {
				const { transaction } = this as IDBObjectStore;
				const request = original.apply(this, input) as IDBRequest;
				silence(request, transaction);
				if (isDue()) goWrong(request, transaction);
				return request;
			};
		});
	}
	return {
		get happened() {
			return state.happened;
		},
		get waiting() {
			return state.waiting;
		},
		mend() {
			for (const restore of originals) restore();
		}
	};
}

/** Turns a request's answer into an error, with which its transaction ends unless somebody prevents that. */
function failsWith(request: IDBRequest): void {
	const error = new DOMException('Internal error', 'UnknownError');
	const turn = (event: Event): void => {
		event.stopImmediatePropagation();
		request.removeEventListener('success', turn);
		Object.defineProperty(request, 'error', { value: error });
		const { transaction } = request;
		const said = new Event('error', { bubbles: true, cancelable: true });
		if (request.dispatchEvent(said)) transaction?.abort();
	};
	request.addEventListener('success', turn);
}
