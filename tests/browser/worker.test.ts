import { Vault, randomId } from '$lib/vault/vault';
import vaultWorker from '$lib/vault/vault-worker?worker&url';
import { WorkerLine } from '$lib/worker/worker';
import { afterEach, expect, test } from 'vitest';
import { holdTimers, type HeldTimers } from './held-timers';

/* What cannot be sent, and what nobody answers to, ends one request and not the worker. */

const PATIENCE = 54_321;
let timers: HeldTimers | null = null;
let line: WorkerLine | null = null;

afterEach(() => {
	timers?.release();
	line?.end();
});

function started(): WorkerLine {
	line = new WorkerLine(vaultWorker, (code, message) => new Error(`${code}: ${message}`), PATIENCE);
	return line;
}

test('a request that cannot be sent is rejected, and the worker goes on', async () => {
	timers = holdTimers(PATIENCE);
	const asking = started();
	await asking.ask('create', { epoch: 1 });
	const unsendable = { secret: () => undefined };
	await expect(asking.ask('makeSecretSlot', unsendable)).rejects.toMatchObject({
		name: 'DataCloneError'
	});
	// Nothing is waited for any more, so nothing can come to end the worker.
	expect(timers.goOff()).toBe(0);
	expect(asking.over).toBe(false);
	expect(await asking.ask('seal', [])).toEqual([]);
});

test('a call that there is not is an error, and no empty answer', async () => {
	await expect(started().ask('unheardOf', {})).rejects.toThrow('unheardOf');
});

test('a value that cannot be sealed leaves the vault open', async () => {
	const vault = await Vault.create();
	const record = { id: randomId(), rev: 1, value: () => undefined };
	await expect(vault.seal([record])).rejects.toThrow();
	expect(await vault.seal([{ ...record, value: 'words' }])).toHaveLength(1);
	vault.close();
});
