import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startServer } from '../../../scripts/serve.mjs';
import { App, expect, test } from '../app';

test('a newer build waits until every page of the older one is closed', async ({
	context,
	page
}) => {
	const root = await mkdtemp(join(tmpdir(), 'own-voice-build-'));
	await cp('build', root, { recursive: true });
	const { url, close } = await startServer({ root, port: 0 });
	const names = (): Promise<string[]> => page.evaluate(() => caches.keys());
	try {
		await page.goto(`${url}write/`);
		const app = new App(page);
		const writing = await app.writing();
		await page.evaluate(() => navigator.serviceWorker.ready);
		const [first = ''] = await names();
		await writing.write('Written under the first build');

		const worker = join(root, 'service-worker.js');
		const text = await readFile(worker, 'utf8');
		await writeFile(worker, text.replaceAll(first.replace('own-voice-', ''), 'newer'));
		await page.evaluate(async () => {
			const registration = await navigator.serviceWorker.ready;
			await registration.update();
			const next = registration.installing ?? registration.waiting;
			if (next?.state !== 'installed') {
				await new Promise((resolve) => next?.addEventListener('statechange', resolve));
			}
		});
		expect((await names()).sort()).toEqual([first, 'own-voice-newer'].sort());
		await writing.write(', and on while the second one waits');
		await page.reload();
		await expect(writing.box).toHaveValue(/second one waits$/);
		expect(await names()).toContain(first);

		const later = await context.newPage();
		const workers = await watchWorkers(later);
		await page.close();
		await workers.noneWaits();
		await later.goto(`${url}journal/`);
		await expect.poll(() => later.evaluate(() => caches.keys())).toEqual(['own-voice-newer']);
		await later.locator('.row').getByRole('link').click();
		await expect(later.locator('[data-entry-text]')).toContainText('while the second one waits');
	} finally {
		await close();
		await rm(root, { recursive: true, force: true });
	}
});

/**
 * Watches the browser's workers from a page without an address. What it returns waits until none waits
 * any more: a page opened sooner would still belong to the older build, and keep it.
 */
async function watchWorkers(page: Page): Promise<{ noneWaits: () => Promise<void> }> {
	const client = await page.context().newCDPSession(page);
	const states = new Map<string, string>();
	client.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
		for (const { versionId, status } of versions) states.set(versionId, status);
	});
	await client.send('ServiceWorker.enable');
	return {
		noneWaits: () =>
			expect
				.poll(() => [...states.values()].filter((status) => status !== 'redundant'), {
					timeout: 30_000
				})
				.toEqual(['activated'])
	};
}
