import { zipSync, strToU8 } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { toInputFile, readInWorker, type InputFile } from '$lib/formats/formats';
import { readFiles } from '$lib/formats/in/read-files';

/* Files of other programs are read away from the page, however many there are. */

const options = { secret: 'a word', zone: 'Europe/Lisbon', now: Date.UTC(2026, 10, 22) };
const NAMES = 64_000;

/** An archive of so many names, `pages` of which are pages without a day. */
function archive(names: number, pages: number): InputFile {
	const files = Object.fromEntries(
		Array.from({ length: names }, (_, at) =>
			at < pages
				? [`pages/${at}.md`, strToU8(`Page ${at}\n\nA line of it.`)]
				: [`photos/${at}.jpg`, new Uint8Array()]
		)
	);
	return toInputFile(new File([zipSync(files, { level: 0 })], 'all.zip', { lastModified: 0 }));
}

afterEach(() => vi.restoreAllMocks());

test('what a worker reads is what would be read here', async () => {
	const files = [archive(3_000, 300)];
	const progress: number[] = [];
	const found = await readInWorker(files, { ...options, onProgress: (at) => progress.push(at) });
	expect(found).toEqual(await readFiles(files, options));
	expect(found.incoming.entries).toHaveLength(300);
	expect(found.incoming.skipped).toHaveLength(2_700);
	expect(found.undated).toHaveLength(300);
	expect(progress.every((at) => at >= 0 && at <= 1)).toBe(true);
});

test('a folder of more files than go over at once is read whole', async () => {
	const files = Array.from({ length: 1_201 }, (_, at) =>
		toInputFile(new File([`Page ${at}`], `${at}.md`, { lastModified: 0 }))
	);
	const { incoming } = await readInWorker(files, options);
	expect(incoming.entries).toHaveLength(1_201);
});

test('of an archive of 64,000 names the page reads nothing and asks no clock, and gets it in parts', async () => {
	const file = archive(NAMES, 2_000);
	const read = [vi.spyOn(Blob.prototype, 'arrayBuffer'), vi.spyOn(Blob.prototype, 'slice')];
	const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
	const parts: number[] = [];
	const listen = vi.spyOn(Worker.prototype, 'onmessage', 'set');
	const add = (event: MessageEvent<{ output?: Record<string, unknown[]> }>): void => {
		for (const all of Object.values(event.data.output ?? {})) {
			if (Array.isArray(all)) parts.push(all.length);
		}
	};
	listen.mockImplementation(function (this: Worker, handler) {
		this.addEventListener('message', (event) => {
			add(event as MessageEvent<{ output?: Record<string, unknown[]> }>);
			handler?.call(this, event);
		});
	});
	const { incoming } = await readInWorker([file], options);
	expect(incoming.entries).toHaveLength(2_000);
	for (const one of [...read, asked]) expect(one).not.toHaveBeenCalled();
	expect(parts.length).toBeGreaterThan(25);
	expect(Math.max(...parts)).toBeLessThanOrEqual(2_000);
});

test('reading that is stopped ends at once, and its worker with it', async () => {
	const ended = vi.spyOn(Worker.prototype, 'terminate');
	const stop = new AbortController();
	const reading = readInWorker([archive(NAMES, 10_000)], { ...options, signal: stop.signal });
	const refused = expect(reading).rejects.toMatchObject({ name: 'AbortError' });
	stop.abort();
	expect(ended).toHaveBeenCalledOnce();
	await refused;
});

test('what is wrong with a file comes back as the same error', async () => {
	const cut = toInputFile(new File(['PK\u0003\u0004 and no more'], 'cut.zip', { lastModified: 0 }));
	await expect(readInWorker([cut], options)).rejects.toMatchObject({
		name: 'FormatError',
		code: 'damaged'
	});
});
