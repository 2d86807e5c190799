import { App, BeforePage, expect, test } from './app';
import { expectNoFault, smallTargets } from './faults';
import { beginClosed, chooseWays, ClosedPage, dumpOf, passphrase, rowsIn } from './vault-app';
import { limitOf } from './limits';

/* Before the first word. */

// A passphrase that is set is derived for its slot, and again to try it.
test.describe.configure({ timeout: limitOf({ loads: 8, derivations: 6, steps: 40 }) });

const canary = 'marzipan-lighthouse-4417';

test('reading never asks; the first word does, and nothing is stored before the answer', async ({
	app,
	page
}) => {
	for (const address of ['/', '/read/4/', '/journal/', '/help/', '/about/']) {
		await app.open(address);
		await expect(page.getByText('Could someone else open this browser?')).toHaveCount(0);
	}
	await app.open('/read/4/');
	const asked = await page.locator('.prompt .question').innerText();
	await page.getByRole('link', { name: 'Write', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Could someone else open this browser?'
	);
	await expect(page.getByRole('textbox')).toHaveCount(0);
	expect(await rowsIn(page, 'slots')).toBe(0);
	const writing = await app.writing();
	await expect(writing.question).toHaveText(asked);
	expect(await rowsIn(page, 'slots')).toBe(0);
});

for (const answer of ['Yes', 'Not sure'] as const) {
	const details = answer === 'Yes' ? {} : { tag: '@whole' };
	test(
		`“${answer}”: no device slot is ever made, and only the passphrase opens`,
		details,
		async ({ app, page }) => {
			const { writing } = await beginClosed(app, answer);
			expect(await rowsIn(page, 'keys')).toBe(0);
			await writing.write(canary);
			expect(await rowsIn(page, 'slots')).toBe(2);
			expect(await rowsIn(page, 'keys')).toBe(0);
			const dump = await dumpOf(page);
			expect(dump).not.toContain(canary);
			expect(dump).not.toContain(passphrase);
			// The dearest setting, which the policy of the vault's worker has to let run.
			expect(dump).toContain('"kdf":{"name":"argon2id","m":65536,"t":3,"p":1');
			await page.reload();
			const closed = new ClosedPage(page);
			await closed.open('something else entirely');
			await expect(closed.fault).toHaveText('That did not open it.');
			await expect(page.locator('body')).not.toContainText(canary);
			await closed.open(`${passphrase} `);
			await expect(writing.box).toHaveValue(canary);
		}
	);
}

test('“No, only me”: opens by itself, and says so', { tag: '@whole' }, async ({ app, page }) => {
	await app.open('/write/');
	await page.getByRole('button', { name: /^No, only me/ }).click();
	await expect(page.getByText('Anyone who can open this browser can read it.')).toBeVisible();
	const writing = await app.writing();
	await writing.write(canary);
	await page.reload();
	await expect(writing.box).toHaveValue(canary);
	await expect(page.getByRole('button', { name: 'Lock' })).toHaveCount(0);
});

test('“Write without keeping”: nothing of the text is stored, while typing or after', async ({
	app,
	page
}) => {
	await page.clock.install();
	await app.open('/write/');
	await page.getByRole('button', { name: /^Write without keeping/ }).click();
	const { begin } = new BeforePage(page);
	await begin.click();
	const box = page.getByRole('textbox', { name: 'Your page' });
	await expect(page.getByText('Not keeping this page')).toBeVisible();
	await expect(page.getByText('loses what is on it')).toBeVisible();
	for (const part of [canary, `, more of ${canary}`, ', and a third time']) {
		await box.focus();
		await page.keyboard.insertText(part);
		// Longer than any save would wait.
		await page.clock.runFor(5_000);
		expect(await dumpOf(page)).not.toContain(canary);
	}
	// Going elsewhere asks first.
	await page.getByRole('link', { name: 'Help' }).click();
	await expect(page).toHaveURL(/\/write\/$/);
	await page.getByRole('button', { name: 'Stay here' }).click();
	await expect(box).toBeFocused();
	await page.getByRole('link', { name: 'Help' }).click();
	await page.getByRole('button', { name: 'Go on without them' }).click();
	await expect(page).toHaveURL(/\/help\/$/);
	expect(await dumpOf(page)).not.toContain(canary);
	await page.goBack();
	await begin.click();
	await expect(box).toHaveValue('');
	expect(await rowsIn(page, 'slots')).toBe(0);
});

test(
	'loading an unkept page again asks first, and the words are gone then',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/write/');
		await page.getByRole('button', { name: 'Decide later' }).click();
		await new BeforePage(page).begin.click();
		await page.getByRole('textbox', { name: 'Your page' }).pressSequentially(canary);
		const asked = page.waitForEvent('dialog');
		const reload = page.reload();
		const dialog = await asked;
		expect(dialog.type()).toBe('beforeunload');
		await dialog.accept();
		await reload;
		await expect(page.getByText('Could someone else open this browser?')).toBeVisible();
		expect(await dumpOf(page)).not.toContain(canary);
	}
);

test(
	'what is written without keeping can be kept after all, either way',
	{ tag: '@whole' },
	async ({ browser }) => {
		for (const answer of [/^No, only me/, /^Yes/]) {
			const context = await browser.newContext();
			const app = new App(await context.newPage());
			const { page } = app;
			await app.open('/read/4/');
			const asked = await page.locator('.prompt .question').innerText();
			await page.getByRole('link', { name: 'Write', exact: true }).click();
			await page.getByRole('button', { name: /^Write without keeping/ }).click();
			const writing = await app.writing();
			await writing.type(canary);
			await page.getByRole('button', { name: 'Keep it after all' }).click();
			await expect(page.getByText('waits in this tab')).toBeVisible();
			expect(await dumpOf(page)).not.toContain(canary);
			await page.getByRole('button', { name: answer }).click();
			if (answer.test('Yes')) await chooseWays(page);
			await expect(writing.box).toHaveValue(canary, { timeout: limitOf({ derivations: 2 }) });
			await expect(writing.question).toHaveText(asked);
			await writing.saved();
			await context.close();
		}
	}
);

test(
	'the first question offers five words, refuses what is short or common, and checks the code',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/write/');
		await page.getByRole('button', { name: /^Yes/ }).click();
		const words = page.locator('.words');
		await expect(words).toHaveText(/^[a-z-]+( [a-z-]+){4}$/);
		const first = await words.innerText();
		await page.getByRole('button', { name: 'Other words' }).click();
		await expect(words).not.toHaveText(first);
		await page.getByRole('button', { name: 'Choose my own' }).click();
		const field = page.getByLabel('Your passphrase');
		await expect(field).toHaveAttribute('type', 'password');
		for (const [text, fault] of [
			['too short', /At least 12/],
			['Password12345', /common passwords/],
			['iloveyouiloveyou', /common passwords/],
			['P@ssw0rd!!!!!!', /common passwords/],
			['abcdefghijklmn', /first that anybody/],
			['a fine long one', /not the same/]
		] as const) {
			await field.fill(text);
			await page.getByRole('button', { name: 'Use this' }).click();
			await expect(page.getByRole('alert')).toHaveText(fault);
		}
		await page.getByLabel('Show what I type').check();
		await expect(field).toHaveAttribute('type', 'text');
		await expect(page.getByLabel('The same once more')).toHaveCount(0);
		await page.getByRole('button', { name: 'Use this' }).click();
		await page.getByRole('button', { name: 'I have written it down' }).click();
		await page.getByLabel('Recovery code').fill('7K3M-0000');
		await page.getByRole('button', { name: 'Go on' }).click();
		await expect(page.getByRole('alert')).toContainText('is not right');
		expect(await rowsIn(page, 'slots')).toBe(0);
	}
);

test(
	'the printed sheet holds the code and nothing of the subject',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/write/');
		await page.getByRole('button', { name: /^Yes/ }).click();
		await page.getByRole('button', { name: 'Use these' }).click();
		await page.locator('.groups').waitFor();
		await page.emulateMedia({ media: 'print' });
		const shown = await page.evaluate(() =>
			[...document.querySelectorAll('h1, h2, p, li, button, a')]
				.filter((one) => one.checkVisibility({ visibilityProperty: true }))
				.map((one) => one.textContent.trim())
				.join(' ')
		);
		expect(shown).toMatch(/^Recovery code( [0-9A-Z]{4}){7} Made on/);
		expect(shown).not.toMatch(/journal|relation|leav|break|walk|question/i);
	}
);

for (const [name, viewport, colorScheme] of [
	['phone by day', { width: 320, height: 640 }, 'light'],
	['desk by night', { width: 1440, height: 900 }, 'dark']
] as const) {
	test.describe(name, { tag: '@whole' }, () => {
		test.use({ viewport, colorScheme, reducedMotion: 'reduce' });

		test('no step before the first word has a fault that axe can find', async ({ app, page }) => {
			const check = async (where: string): Promise<void> => {
				await expectNoFault(page, where);
				expect([where, await smallTargets(page)]).toEqual([where, []]);
			};
			await app.open('/write/');
			await page.getByRole('button', { name: /^Yes/ }).waitFor();
			await check('the question');
			await page.getByRole('button', { name: /^Write without keeping/ }).click();
			await (await app.writing()).type('A line');
			await page.getByRole('link', { name: 'Help' }).click();
			await page.getByRole('button', { name: 'Stay here' }).waitFor();
			await check('without keeping');
			await page.getByRole('button', { name: 'Keep it after all' }).first().click();
			await page.getByRole('button', { name: /^Yes/ }).click();
			await page.getByRole('button', { name: 'Choose my own' }).click();
			await page.getByRole('button', { name: 'Use this' }).click();
			await page.getByRole('alert').waitFor();
			await check('a passphrase');
			await page.getByRole('button', { name: 'Five words instead' }).click();
			await page.getByRole('button', { name: 'Use these' }).click();
			await page.getByRole('button', { name: 'Copy', exact: true }).click();
			await check('a recovery code');
		});
	});
}
