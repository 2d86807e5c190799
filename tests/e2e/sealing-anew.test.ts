import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { chooseWays } from './vault-app';
import { limitOf } from './limits';

/* Sealing everything anew takes seconds where there is much: it says how far it is, and can be stopped. */

// A passphrase is made slow on purpose, and these tests share two cores.
test.describe.configure({ timeout: limitOf({ loads: 3, derivations: 6, steps: 15 }) });

interface Held {
	/** Lets what was held go on, and holds nothing more. */
	goOn?: () => void;
}

/** Lets no record be sealed under a new key until `goOn` is called. */
async function holdSealing(page: Page): Promise<void> {
	await page.evaluate(() => {
		const held = window as Held;
		const usual = Worker.prototype.postMessage;
		const waiting: (() => void)[] = [];
		held.goOn = () => {
			Worker.prototype.postMessage = usual;
			for (const go of waiting) go();
		};
		Worker.prototype.postMessage = function (this: Worker, message: { call?: string }) {
			const send = (): void => usual.call(this, message);
			if (message.call === 'encrypt') waiting.push(send);
			else send();
		};
	});
}

test.beforeEach(async ({ opened: app, page }) => {
	await (await app.justWrite()).write('A page from before');
	await page.getByRole('link', { name: 'Help' }).first().click();
	await page.getByRole('link', { name: 'Settings' }).click();
	await page.getByRole('link', { name: 'How pages are kept' }).click();
	await page.getByRole('button', { name: 'Set a passphrase' }).click();
	await holdSealing(page);
	await chooseWays(page);
	await expect(page.getByRole('progressbar')).toHaveAttribute('value', '0.5', {
		timeout: limitOf({ derivations: 2 })
	});
});

test(
	'sealing anew that is stopped changes nothing and says so',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await page.getByRole('button', { name: 'Stop', exact: true }).click();
		await page.evaluate(() => (window as Held).goOn?.());
		await expect(page.getByText('Stopped. Your pages open as before.')).toBeVisible();
		await expect(page.getByRole('heading', { name: 'A passphrase' })).toBeFocused();
		await app.open('/journal/');
		await expect(page.locator('.row')).toHaveCount(1);
		await expect(page.getByRole('button', { name: 'Lock' })).toHaveCount(0);
	}
);

test(
	'sealing anew that is left alone ends with the new way in',
	{ tag: '@whole' },
	async ({ page }) => {
		await page.evaluate(() => (window as Held).goOn?.());
		await expect(page.getByRole('heading', { name: 'Ways in' })).toBeVisible();
		await expect(page.getByRole('button', { name: 'Lock' })).toBeVisible();
	}
);
