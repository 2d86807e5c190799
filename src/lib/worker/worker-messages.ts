/** The messages between a page and its worker: requests are numbered, and each gets one response. */
export interface WorkerRequest {
	number: number;
	call: string;
	input: unknown;
}

export type WorkerResponse = { number: number } & (
	{ output: unknown } | { error: { code: string; message: string } }
);

/** Progress, which a worker posts without being asked. */
export interface WorkerProgress {
	progress: unknown;
}
