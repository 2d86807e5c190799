/** The worker cannot be started, has died, was terminated, or does not answer in time. */
export class WorkerError extends Error {
	override name = 'WorkerError';
	readonly code: 'no-worker';
	constructor(code: 'no-worker', message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
