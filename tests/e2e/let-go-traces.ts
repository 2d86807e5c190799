import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { countBelow, countOf, type Count, type Piece } from './any-of';
import { DrivenBrowser, type Kind } from './driven-browser';
import type { DrivenPage } from './driven-page';

/** What was sought in the files of a browser, and how much of it lay there before and after everything was let go. */
export interface Traces {
	sought: Count;
	before: Count;
	after: Count;
}

/**
 * Brings so many pages into a new browser, lets everything go with the app's own button, closes the browser and starts
 * it once more; counts pieces of what was stored in its files before and after.
 */
export async function tracesOf(kind: Kind, size: number, origin: string): Promise<Traces> {
	const browser = await DrivenBrowser.withNewProfile(kind);
	try {
		let visit = await browser.start();
		await bringIn(visit, origin, size);
		const pieces = await storedPieces(visit);
		await browser.close();
		const before = await countBelow(browser.profile, pieces);

		visit = await browser.start();
		await letGo(visit, origin);
		await browser.close();
		visit = await browser.start();
		await visit.open(`${origin}/`);
		await browser.close();
		return { sought: countOf(pieces), before, after: await countBelow(browser.profile, pieces) };
	} finally {
		await browser.remove();
	}
}

/** How many pieces of all kinds there are. */
export function sum(count: Count): number {
	return Object.values(count).reduce((total, one) => total + one, 0);
}

/**
 * How many pieces must be found before anything is deleted. LevelDB cuts its log into blocks of 32 kB and SQLite its
 * rows into pages of 4 kB: of pieces of 24 bytes one in 170 may lie in two of them, and is not seen.
 */
export function leastSeen(sought: Count): number {
	return Math.floor(sum(sought) * 0.98) - 1;
}

async function letGo(visit: DrivenPage, origin: string): Promise<void> {
	await visit.open(`${origin}/journal/`);
	await visit.sees('.row');
	await visit.press('Let everything go');
	await visit.sees('h1', 'Let everything go?');
	await visit.page.evaluate(() => {
		document.querySelector<HTMLElement>('main button')?.click();
	});
	await visit.sees('h1', 'Everything has been let go.');
}

/** Brings in so many pages, the first of them so long that Chromium keeps it in a file of its own. */
async function bringIn(visit: DrivenPage, origin: string, size: number): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'own-voice-pages-'));
	const path = join(folder, 'journal.txt');
	await writeFile(path, pagesAsText(size));
	await visit.open(`${origin}/copies/bring-in/`);
	await visit.sees('label');
	const field = await visit.page.waitForSelector('input[type="file"]');
	await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
	await visit.press('Bring them in');
	await visit.press('No, only me');
	await expect
		.poll(() => visit.page.evaluate(() => document.body.innerText), {
			timeout: 60_000 + size * 20
		})
		.toContain('They are in the journal.');
	await rm(folder, { recursive: true });
}

function pagesAsText(size: number): string {
	const words = 'quiet harbour boats night window garden letter morning river stone bread'.split(
		' '
	);
	return Array.from({ length: size }, (_, index) => {
		const day = new Date(Date.UTC(1995, 0, 1 + index)).toISOString().slice(0, 10);
		const length = index === 0 ? 30_000 : 30 + ((index * 7) % 170);
		const text = Array.from({ length }, (_, at) => words[(index * 31 + at * 17 + (at % 7)) % 11]);
		return `[${day} 09:00] Page ${index}\n${text.join(' ')}\n`;
	}).join('\n');
}

/**
 * Pieces of all that the database holds. Nobody can read the key that opens by itself, so two that are known are laid
 * beside it, one of each kind in which the app stores such a key.
 */
async function storedPieces(visit: DrivenPage): Promise<Piece[]> {
	const pieces = await visit.page.evaluate(async () => {
		type Stored = Record<string, unknown>;
		const known = crypto.getRandomValues(new Uint8Array(32));
		const bare = crypto.getRandomValues(new Uint8Array(32));
		const key = await crypto.subtle.importKey('raw', known, 'AES-GCM', false, ['encrypt']);
		const db = await new Promise<IDBDatabase>((resolve) => {
			indexedDB.open('own-voice').onsuccess = ({ target }) => {
				resolve((target as IDBOpenDBRequest).result);
			};
		});
		const work = db.transaction(['keys', 'r', 'slots', 'meta'], 'readwrite');
		work.objectStore('keys').put({ id: 'a'.repeat(32), key });
		work.objectStore('keys').put({ id: 'b'.repeat(32), key: bare });
		const [records, slots, meta] = ['r', 'slots', 'meta'].map((store) =>
			work.objectStore(store).getAll()
		);
		await new Promise((resolve) => {
			work.oncomplete = resolve;
		});
		db.close();
		const rows = (request?: IDBRequest<unknown[]>): Stored[] => (request?.result ?? []) as Stored[];
		const text = (value: unknown): number[] => [...new TextEncoder().encode(String(value))];
		const part = (value: unknown): number[] => [...(value as Uint8Array).slice(16, 40)];
		return [
			...rows(records).map(({ c }) => ({ of: 'record', bytes: part(c) })),
			...rows(records)
				.slice(0, 100)
				.map(({ id }) => ({ of: 'id', bytes: text(id) })),
			...rows(slots).map(({ wrapped }) => ({ of: 'wrapped key', bytes: part(wrapped) })),
			...rows(meta).map(({ vaultId }) => ({ of: 'vault', bytes: text(vaultId) })),
			{ of: 'key, as the browser keeps one', bytes: [...known] },
			{ of: 'key, as bytes', bytes: [...bare] }
		];
	});
	return pieces.map(({ of, bytes }) => ({ of, bytes: Buffer.from(bytes) }));
}
