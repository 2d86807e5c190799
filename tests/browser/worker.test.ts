import { randomId } from '$lib/id/random-id';
import { Vault } from '$lib/vault/vault';
import type { VaultCalls } from '$lib/vault/vault-worker';
import vaultWorker from '$lib/vault/vault-worker?worker&url';
import { WorkerClient } from '$lib/worker/worker';
import { afterEach, expect, test } from 'vitest';
import { holdTimers, type HeldTimers } from './held-timers';

/* What cannot be sent, and what nobody answers to, ends one request and not the worker. */

const TIMEOUT_MS = 54_321;
let timers: HeldTimers | null = null;
let client: WorkerClient<VaultCalls> | null = null;

afterEach(() => {
	timers?.release();
	client?.terminate();
});

function start(): WorkerClient<VaultCalls> {
	client = new WorkerClient(vaultWorker, {
		reviveError: (code, message) => new Error(`${code}: ${message}`),
		timeoutMs: TIMEOUT_MS
	});
	return client;
}

test('a request that cannot be sent is rejected, and the worker goes on', async () => {
	timers = holdTimers(TIMEOUT_MS);
	const worker = start();
	await worker.call('create', { epoch: 1 });
	const unsendable = { secret: () => undefined } as never;
	await expect(worker.call('makeSecretSlot', unsendable)).rejects.toMatchObject({
		name: 'DataCloneError'
	});
	// Nothing is waited for any more, so nothing can come to end the worker.
	expect(timers.goOff()).toBe(0);
	expect(worker.isTerminated).toBe(false);
	expect(await worker.call('encrypt', [])).toEqual([]);
});

test('a call that there is not is an error, and no empty answer', async () => {
	await expect(start().call('unheardOf' as 'create', { epoch: 1 })).rejects.toThrow('unheardOf');
});

test('a value that cannot be sealed leaves the vault open', async () => {
	const vault = await Vault.create();
	const record = { id: randomId(), rev: 1, value: () => undefined };
	await expect(vault.encrypt([record])).rejects.toThrow();
	expect(await vault.encrypt([{ ...record, value: 'words' }])).toHaveLength(1);
	vault.close();
});
