import type { Page } from '@playwright/test';
import { App, BeforePage, expect, test } from './app';
import { expectNoFault } from './faults';
import { allGone } from './let-go-app';
import { limitOf } from './limits';
import { code, passphrase } from './seeded';
import { chooseWays, ClosedPage, keepCode, rowsIn, toWays } from './vault-app';

/* The ways in: set later, changed, added, removed. */

// A passphrase that is set is derived for its slot, and again to try it.
test.describe.configure({ timeout: limitOf({ loads: 6, derivations: 6, steps: 40 }) });

/** Gives the browser a place for passkeys; returns how many it lists. */
async function withPasskeys(page: Page): Promise<() => Promise<number>> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('WebAuthn.enable');
	const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			ctap2Version: 'ctap2_1',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			hasPrf: true,
			isUserVerified: true,
			automaticPresenceSimulation: true
		}
	});
	return async () => {
		const found = await devtools.send('WebAuthn.getCredentials', { authenticatorId });
		return found.credentials.length;
	};
}

const canary = 'marzipan-lighthouse-6150';

test(
	'before there is a journal the settings ask the same question',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/about/');
		await page.getByRole('link', { name: 'How pages are kept here' }).click();
		await page.getByRole('button', { name: /^Write without keeping/ }).click();
		await expect(page.getByText('Not at all, in this visit')).toBeVisible();
		await page.getByRole('button', { name: 'Choose again' }).click();
		await page.getByRole('button', { name: /^Yes/ }).click();
		await chooseWays(page);
		await expect(page.getByRole('heading', { name: 'Ways in' })).toBeVisible({
			timeout: limitOf({ derivations: 2 })
		});
		await expect(page.getByRole('button', { name: 'Lock' })).toBeVisible();
	}
);

test('a passphrase can be set later, and the other tab is closed by it', async ({
	app,
	page,
	context
}) => {
	await (await app.justWrite()).write(canary);
	const other = await context.newPage();
	await new App(other).open('/journal/');
	await expect(other.locator('.row')).toHaveCount(1);
	await toWays(page);
	await expect(page.getByText('an expert may still find some')).toBeVisible();
	await page.getByRole('button', { name: 'Set a passphrase' }).click();
	await chooseWays(page);
	await expect(page.getByRole('heading', { name: 'Ways in' })).toBeVisible({
		timeout: limitOf({ derivations: 2 })
	});
	expect(await rowsIn(page, 'keys')).toBe(0);
	await expect(new ClosedPage(other).title).toBeVisible();
	await page.reload();
	await new ClosedPage(page).open(passphrase);
	await app.journal();
	await page.getByRole('switch', { name: 'Show the writing' }).check();
	await expect(page.locator('.row-text')).toHaveText(canary);
});

test(
	'a changed passphrase replaces the old one, and its code the old code',
	{ tag: '@whole' },
	async ({ page, closed }) => {
		const writing = await closed.openAndWrite();
		await writing.write(canary);
		await toWays(page);
		await page.getByRole('button', { name: 'Change Passphrase' }).click();
		const next = 'another harbour with other boats';
		await chooseWays(page, next);
		await expect(page.getByText('The old ones do not open')).toBeVisible({
			timeout: limitOf({ derivations: 2 })
		});
		await page.reload();
		await closed.open();
		await expect(closed.fault).toHaveText('That did not open it.');
		await closed.openWithCode(code);
		await expect(closed.fault).toHaveText('That did not open it.');
		await page.getByRole('button', { name: 'Use the passphrase' }).click();
		await closed.open(next);
		await expect(page.getByRole('heading', { name: 'Ways in' })).toBeVisible();
	}
);

test(
	'a new recovery code replaces the old one; ways in can be named',
	{ tag: '@whole' },
	async ({ page, closed }) => {
		await closed.openAndWrite();
		await toWays(page);
		await page.getByRole('button', { name: /^Make a new one/ }).click();
		const next = await keepCode(page);
		expect(next).not.toBe(code);
		await expect(page.getByText('The recovery code is new.')).toBeVisible({
			timeout: limitOf({ derivations: 2 })
		});
		await page.getByRole('button', { name: 'Rename Passphrase' }).click();
		await page.getByLabel('A name for it').fill('The one on paper');
		await page.getByRole('button', { name: 'Keep the name' }).click();
		await expect(page.getByRole('listitem').getByText('The one on paper').first()).toBeVisible();
		await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
		await page.reload();
		await closed.openWithCode(code);
		await expect(closed.fault).toHaveText('That did not open it.');
		await closed.open(next, 'Recovery code');
		await expect(page.getByRole('listitem').getByText('The one on paper').first()).toBeVisible();
	}
);

test(
	'another passphrase opens the journal beside the first, and the first can be removed',
	{ tag: '@whole' },
	async ({ app, page, closed }) => {
		const writing = await closed.openAndWrite();
		await writing.write(canary);
		await toWays(page);
		await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
		await page.getByRole('button', { name: 'Add another passphrase' }).click();
		await page.getByRole('button', { name: 'Choose my own' }).click();
		const next = 'another harbour with other boats';
		await page.getByLabel('Your passphrase').fill(next);
		await page.getByLabel('The same once more').fill(next);
		await page.getByRole('button', { name: 'Use this' }).click();
		await expect(page.getByText('opens your pages too')).toBeVisible({
			timeout: limitOf({ derivations: 2 })
		});
		const name = page.getByLabel('A name for it');
		await expect(name).toBeFocused();
		await name.fill('The new one');
		await page.getByRole('button', { name: 'Keep the name' }).click();
		await expect(page.getByRole('listitem').getByText('The new one').first()).toBeVisible();
		expect(await rowsIn(page, 'slots')).toBe(3);

		for (const secret of [passphrase, next]) {
			await page.reload();
			await closed.open(secret);
			await expect(page.getByRole('heading', { name: 'Ways in' })).toBeVisible();
		}
		await page.reload();
		await closed.openWithCode(code);
		await page.getByRole('button', { name: 'Remove Passphrase' }).click();
		await page.getByRole('button', { name: 'Remove it' }).click();
		await expect(page.getByText('Removed. It does not open')).toBeVisible({
			timeout: limitOf({ derivations: 2 })
		});
		expect(await rowsIn(page, 'slots')).toBe(2);
		await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
		await page.reload();
		await closed.open();
		await expect(closed.fault).toHaveText('That did not open it.');
		await closed.open(next);
		await app.journal();
		await page.getByRole('switch', { name: 'Show the writing' }).check();
		await expect(page.locator('.row-text')).toHaveText(canary);
	}
);

test('a passkey opens the journal beside the passphrase, and can be removed', async ({
	page,
	baseURL
}) => {
	const listed = await withPasskeys(page);
	// A passkey belongs to a name, not to an address of numbers.
	const here = (baseURL ?? '').replace('127.0.0.1', 'localhost');
	const app = new App(page);
	await page.goto(`${here}/write/`);
	await app.alive();
	await page.getByRole('button', { name: /^Yes/ }).click();
	await chooseWays(page);
	await expect(new BeforePage(page).begin).toBeVisible({ timeout: limitOf({ derivations: 2 }) });
	await (await app.writing()).write(canary);
	await toWays(page);
	await page.getByRole('button', { name: 'Add a passkey' }).click();
	await expect(page.getByText('The passkey opens your pages too.')).toBeVisible();
	await page.goto(`${here}/journal/`);
	await page.getByRole('button', { name: 'Use a passkey' }).click();
	await expect(page.locator('.row')).toHaveCount(1);
	await toWays(page);
	await page.getByRole('button', { name: 'Remove Passkey' }).click();
	await page.getByRole('button', { name: 'Remove it' }).click();
	await expect(page.getByText('Removed. It does not open')).toBeVisible({
		timeout: limitOf({ derivations: 2 })
	});
	await expect(page.getByText('look for “Own Voice” at localhost')).toBeVisible();
	await expect.poll(listed).toBe(0);
	await page.reload();
	await new ClosedPage(page).title.waitFor();
	await expect(page.getByRole('button', { name: 'Use a passkey' })).toHaveCount(0);
});

test(
	'letting everything go names the passkey that stays in a list, and has it taken off',
	{ tag: '@whole' },
	async ({ page, baseURL }) => {
		const listed = await withPasskeys(page);
		const here = (baseURL ?? '').replace('127.0.0.1', 'localhost');
		await page.goto(`${here}/write/`);
		await page.getByRole('button', { name: /^Yes/ }).click();
		await chooseWays(page);
		await expect(new BeforePage(page).begin).toBeVisible({ timeout: 40_000 });
		await new App(page).writing();
		await toWays(page);
		await page.getByRole('button', { name: 'Add a passkey' }).click();
		await expect(page.getByText('The passkey opens your pages too.')).toBeVisible();
		expect(await listed()).toBe(1);
		// The journal is closed again by that.
		await page.goto(`${here}/let-go/`);
		await expect(page.getByText('will then open nothing')).toBeVisible();
		await page.getByRole('button', { name: 'Let everything go' }).click();
		await allGone(page);
		await expect(page.getByText('opens nothing any more')).toBeVisible();
		await expect(page.getByText('look for “Own Voice” at localhost')).toBeVisible();
		expect(await listed()).toBe(0);
	}
);

for (const [name, viewport, colorScheme] of [
	['phone by day', { width: 320, height: 640 }, 'light'],
	['desk by night', { width: 1440, height: 900 }, 'dark']
] as const) {
	test.describe(name, { tag: '@whole' }, () => {
		test.use({ viewport, colorScheme, reducedMotion: 'reduce' });

		test('the closed screen and the ways in have no fault that axe can find', async ({
			app,
			page,
			closed
		}) => {
			const check = (where: string): Promise<void> => expectNoFault(page, where);
			await closed.openAndWrite();
			await app.open('/settings/ways/');
			await closed.open('not this one');
			await closed.fault.waitFor();
			await check('closed');
			await closed.open();
			await page.getByRole('heading', { name: 'Ways in' }).waitFor();
			await page.getByRole('button', { name: 'Rename Passphrase' }).click();
			await check('the ways in');
			await app.journal();
			await check('the journal, with its lock');
		});
	});
}

test(
	'a frame that comes late does not take the caret from where one went meanwhile',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await page.addInitScript(() => {
			const frames: FrameRequestCallback[] = [];
			globalThis.requestAnimationFrame = (work) => frames.push(work);
			Object.assign(globalThis, {
				lateFrame: () => {
					for (const work of frames.splice(0)) work(performance.now());
				}
			});
		});
		const lateFrame = () =>
			page.evaluate(() => (globalThis as unknown as { lateFrame(): void }).lateFrame());
		await app.open('/settings/ways/');
		await page.getByRole('button', { name: /^Yes/ }).click();
		await page.getByRole('button', { name: 'Choose my own' }).click();
		await expect(page.getByLabel('Your passphrase')).toBeFocused();
		await page.keyboard.type(passphrase);
		const again = page.getByLabel('The same once more');
		await again.focus();
		await lateFrame();
		await expect(again).toBeFocused();
		await page.keyboard.type(passphrase);
		await page.getByRole('button', { name: 'Use this' }).click();
		await page.getByRole('button', { name: 'I have written it down' }).click();
		await expect(page.getByLabel('Recovery code')).toBeFocused();
	}
);
