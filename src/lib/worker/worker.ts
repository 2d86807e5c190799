/**
 * Workers, and how a page calls one: typed calls, one response each, progress in between.
 *
 * A worker is started under the one Trusted Types policy of the app, which lets only scripts of our own
 * origin through. A worker that does not start, dies, or does not answer in time is an error, never a wait without
 * end.
 */
export { WorkerClient, type WorkerClientOptions } from './worker-client';
export { WorkerError } from './worker-error';
export { postProgress, serveCalls, throttledProgress } from './worker-host';
