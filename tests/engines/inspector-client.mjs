import { once } from 'node:events';
import { until } from './until.mjs';

/** WebKit's remote inspector, and the one page that it looks into. Node 20 needs --experimental-websocket for it. */
export class Inspector {
	#socket;
	#target = '';
	#number = 0;
	#waiting = new Map();

	/** @param {WebSocket} socket */
	constructor(socket) {
		this.#socket = socket;
		socket.addEventListener('message', ({ data }) => this.#hear(JSON.parse(data)));
	}

	/**
	 * @param {string} host where WEBKIT_INSPECTOR_HTTP_SERVER has the browser listen
	 * @returns {Promise<Inspector>}
	 * @throws {Error} when there is no page to look into
	 */
	static async connect(host) {
		const [path] = await until('the inspector names a page', async () => {
			const list = await (await fetch(`http://${host}/`)).text();
			return /socket\/\d+\/\d+\/WebPage/.exec(list);
		});
		const socket = new WebSocket(`ws://${host}/${path}`);
		const inspector = new Inspector(socket);
		await once(socket, 'open');
		await until('the inspector sees the page', () => inspector.#target);
		return inspector;
	}

	/**
	 * @param {string} expression a promise is waited for
	 * @returns {Promise<any>} its value, as JSON has it
	 * @throws {Error} with what it throws
	 */
	async evaluate(expression) {
		// By way of a promise, whatever it is: only then does one answer hold the value, or what was thrown.
		const { result } = await this.#ask('Runtime.evaluate', {
			expression: `(async () => (${expression}))()`
		});
		const answer = await this.#ask('Runtime.awaitPromise', {
			promiseObjectId: result.objectId,
			returnByValue: true
		});
		if (answer.wasThrown) throw new Error(answer.result.description);
		return answer.result.value ?? null;
	}

	#ask(method, params) {
		this.#number += 1;
		const number = this.#number;
		const message = JSON.stringify({ id: number, method, params });
		const answer = new Promise((resolve, reject) => {
			this.#waiting.set(number, { resolve, reject, target: this.#target });
		});
		this.#socket.send(
			JSON.stringify({
				id: number,
				method: 'Target.sendMessageToTarget',
				params: { targetId: this.#target, message }
			})
		);
		return answer;
	}

	#hear({ method, params, id, error }) {
		// The page may be another one by then: a document of another site has a process of its own.
		if (error) this.#settle(id, error);
		else if (method === 'Target.targetCreated') this.#target ||= params.targetInfo.targetId;
		else if (method === 'Target.didCommitProvisionalTarget') this.#target = params.newTargetId;
		else if (method === 'Target.targetDestroyed') this.#forget(params.targetId);
		else if (method === 'Target.dispatchMessageFromTarget') {
			const answer = JSON.parse(params.message);
			if (answer.id) this.#settle(answer.id, answer.error, answer.result);
		}
	}

	#settle(number, error, result) {
		const waiting = this.#waiting.get(number);
		this.#waiting.delete(number);
		if (error) waiting?.reject(new Error(error.message));
		else waiting?.resolve(result);
	}

	#forget(target) {
		for (const [number, waiting] of this.#waiting) {
			if (waiting.target === target) this.#settle(number, { message: 'the document is gone' });
		}
	}
}
