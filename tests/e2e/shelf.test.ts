import { expect, test } from './app';
import { lamps } from './essays';
import { withBoats } from './pages/bring-page';
import { Editor } from './pages/editor-page';

/* What stands on the shelf, and what becomes of it when it is taken away. */

test('a shelf gives back what was taken away', { tag: '@whole' }, async ({ app, page }) => {
	await withBoats(app);
	await app.open('/library/');
	await page.getByRole('button', { name: /^Remove it/ }).click();
	await expect(page.getByRole('link', { name: 'On Boats', exact: true })).toHaveCount(0);
	await page.getByRole('button', { name: 'Put it back' }).click();
	await expect(page.getByRole('link', { name: 'On Boats', exact: true })).toBeVisible();
	await page.reload();
	await expect(page.getByRole('link', { name: 'On Boats', exact: true })).toBeVisible();
});

test(
	'what the shelf could not give back whole is given back later',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const bring = await withBoats(app);
		await bring.open();
		await bring.give(lamps);
		await bring.keepIt();
		await app.open('/library/');
		const shelf = page.getByRole('link', { name: /^On (Boats|Lamps)$/ });
		await expect(shelf).toHaveCount(2);
		await page
			.getByRole('button', { name: /^Remove it/ })
			.first()
			.click();
		await expect(shelf).toHaveCount(1);
		await page.getByRole('button', { name: /^Remove it/ }).click();
		await expect(shelf).toHaveCount(0);
		// The disk takes the first, and refuses the second.
		await page.evaluate(() => {
			const original = IDBObjectStore.prototype.put;
			const writes = new Set<IDBTransaction>();
			Object.assign(globalThis, { mend: () => (IDBObjectStore.prototype.put = original) });
			IDBObjectStore.prototype.put = function (...input) {
				const request = original.apply(this, input);
				writes.add(this.transaction);
				if (writes.size > 1) this.transaction.abort();
				return request;
			};
		});
		await page.getByRole('button', { name: 'Put it back' }).click();
		await expect(page.getByRole('alert')).toContainText('can still be put back');
		await expect(shelf).toHaveCount(1);
		await page.evaluate(() => {
			(globalThis as unknown as { mend(): void }).mend();
		});
		await page.getByRole('button', { name: 'Put it back' }).click();
		await expect(shelf).toHaveCount(2);
		await page.reload();
		await expect(shelf).toHaveCount(2);
	}
);

test(
	'what another tab changed since is not taken back',
	{ tag: '@whole' },
	async ({ app, page, context }) => {
		await withBoats(app);
		const other = await context.newPage();
		await other.goto('/library/');
		await other.getByRole('link', { name: /^Change it or hand it on/ }).click();
		const there = new Editor(other);
		await there.title.fill('On Boats, again');
		await there.saved();
		await page.getByRole('button', { name: 'Take that back' }).click();
		await expect(page.getByRole('alert')).toContainText('changed or removed since');
		await app.open('/library/');
		await expect(page.getByRole('link', { name: 'On Boats, again', exact: true })).toBeVisible();
	}
);
