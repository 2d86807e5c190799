import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import process from 'node:process';

/** A program in a process group of its own, so that what it starts ends with it. */
export class Program {
	#child;

	/** @param {import('node:child_process').ChildProcess} child the first of its group */
	constructor(child) {
		this.#child = child;
	}

	/**
	 * Starts a program that needs a screen: the one there is, or else one made for it, which nobody sees.
	 *
	 * @param {string[]} command the program and its arguments
	 * @param {NodeJS.ProcessEnv} env
	 * @returns {Promise<Program>} which has to be ended
	 * @throws {Error} when there is no such program
	 */
	static async start(command, env) {
		const [program, ...args] = env.DISPLAY ? command : ['xvfb-run', '-a', ...command];
		const child = spawn(program, args, { env, detached: true, stdio: 'ignore' });
		await once(child, 'spawn');
		const started = new Program(child);
		process.once('exit', started.#endGroup);
		return started;
	}

	/** @returns {Promise<void>} when it is gone */
	async end() {
		process.off('exit', this.#endGroup);
		if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
		const gone = once(this.#child, 'exit');
		this.#endGroup();
		await gone;
	}

	#endGroup = () => {
		try {
			process.kill(-this.#child.pid, 'SIGTERM');
		} catch {
			// It ended by itself.
		}
	};
}

/** @returns {Promise<number>} a port that nothing listened on a moment ago */
export async function freePort() {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	server.close();
	await once(server, 'close');
	return port;
}
