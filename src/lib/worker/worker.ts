/**
 * Workers, and how a page calls one: typed calls, one response each, progress in between.
 *
 * A worker is started under the one Trusted Types policy of the app, which allows only scripts of our own origin. A
 * worker that does not start, dies, or does not answer in time is an error, never an endless wait.
 */
export { WorkerClient, type WorkerClientOptions } from './worker-client';
export { WorkerError } from './worker-error';
export { postProgress, serveCalls, throttledProgress } from './worker-host';
