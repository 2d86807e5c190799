/* global document, location, requestAnimationFrame, Worker, IDBObjectStore -- runs in the page */

/**
 * @typedef {object} Call a question to a worker of the app: milliseconds since the page began to load
 * @property {string} call
 * @property {number} size how many records it was about
 * @property {number} asked
 * @property {number} answered 0 while it is not
 * @property {number} painted when the screen was painted after the answer; 0 before
 */

/**
 * @typedef {object} Noted
 * @property {Call[]} calls
 * @property {number[][]} puts the bytes of the records in each transaction that wrote some
 * @property {number} row when the first line of the list was on the screen; 0 before
 * @property {number} all when the list had all its lines; 0 before
 * @property {{ at: number, took: number }[]} tasks those that held the page up for over 50 ms
 * @property {number[][]} keys when a key was pressed, and when the screen was painted after it
 */

/**
 * Notes, from before a page's first script on, what the measurements are about. The app knows nothing of it.
 *
 * @param {number} listed how many lines the whole list has
 */
export function watch(listed) {
	/** @type {Noted} */
	const noted = { calls: [], puts: [], row: 0, all: 0, tasks: [], keys: [] };
	globalThis.noted = noted;

	/** Calls back once the frame that is due next has been painted. */
	const painted = (then) =>
		requestAnimationFrame(() => {
			const { port1, port2 } = new globalThis.MessageChannel();
			port1.onmessage = () => then(performance.now());
			port2.postMessage(0);
		});

	const lines = new WeakMap();
	const post = Worker.prototype.postMessage;
	Worker.prototype.postMessage = function (message, ...rest) {
		const { number, call, input } = message;
		const one = {
			call,
			size: input?.length ?? 1,
			asked: performance.now(),
			answered: 0,
			painted: 0
		};
		noted.calls.push(one);
		if (!lines.has(this)) {
			lines.set(this, new Map());
			// In the capturing phase it is told before the app, and before the answer is unpacked.
			const told = (event) => {
				const at = performance.now();
				const known = lines.get(this).get(event.data.number);
				if (!known) return;
				known.answered = at;
				painted((then) => (known.painted = then));
			};
			this.addEventListener('message', told, { capture: true });
		}
		lines.get(this).set(number, one);
		return post.call(this, message, ...rest);
	};

	const transactions = new WeakMap();
	const put = IDBObjectStore.prototype.put;
	IDBObjectStore.prototype.put = function (value, ...rest) {
		if (this.name === 'r') {
			if (!transactions.has(this.transaction)) {
				transactions.set(this.transaction, []);
				noted.puts.push(transactions.get(this.transaction));
			}
			transactions.get(this.transaction).push(value.c.byteLength);
		}
		return put.call(this, value, ...rest);
	};

	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries()) {
			noted.tasks.push({ at: startTime, took: duration });
		}
	}).observe({ type: 'longtask', buffered: true });

	globalThis.addEventListener(
		'keydown',
		(event) => painted((at) => noted.keys.push([event.timeStamp, at])),
		{ capture: true }
	);

	const look = () => {
		const line = document.querySelector('[data-line]');
		if (line && noted.row === 0) painted((at) => (noted.row = at));
		if (Number(line?.getAttribute('aria-setsize')) >= listed) painted((at) => (noted.all = at));
		else requestAnimationFrame(look);
	};
	if (location.pathname === '/journal/') requestAnimationFrame(look);
}
