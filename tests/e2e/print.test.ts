import type { Page } from '@playwright/test';
import { expect, test, type App } from './app';
import { expectNoFault } from './faults';
import { tabTo } from './keys';
import { ClosedPage } from './pages/closed-page';
import { seed } from './seeded';

/* Pages on paper, or in a file: those that were chosen, in their order, and nothing round them. */

const words = {
	first: 'The lamp was on, and it rained.',
	long: `Un${'believable'.repeat(40)}`,
	hidden: 'marzipan by the window',
	sealed: 'lighthouse in the fog'
};

/** Writes a page to be read again, one that is hidden, and one that is sealed; all answer questions. */
async function writeThree(app: App): Promise<void> {
	for (const [text, word, act] of [
		[words.first, 'keep', 'Keep this page'],
		[words.hidden, 'hide', 'Hide this page'],
		[words.sealed, 'seal until a day', 'Seal this page']
	] as const) {
		const writing = await app.answerIn(4);
		await writing.write(text);
		await (await writing.stop()).choose(word, act);
	}
}

/** How many sheets the page takes on paper. */
async function sheets(page: Page): Promise<number> {
	const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
	return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** What would stand on paper, in its order. */
async function onPaper(page: Page): Promise<string> {
	await page.emulateMedia({ media: 'print' });
	const text = await page.locator('body').innerText();
	await page.emulateMedia({ media: 'screen' });
	return text;
}

test(
	'pages are chosen, seen and printed by keyboard alone; hidden and sealed ones when wanted',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await writeThree(app);
		await app.open('/print/');
		await expect(page.getByText('Choose which pages.')).toBeVisible();
		expect(await page.content()).not.toContain('lamp was');
		await tabTo(page, 'all');
		await page.keyboard.press('Space');
		const said = page.getByRole('status').filter({ hasText: 'To print' });
		await expect(said).toHaveText(
			'To print: one page. Left out: one hidden page, one sealed page.'
		);
		await expect(page.getByText('Paper and files are not sealed')).toBeVisible();
		expect(await onPaper(page)).not.toMatch(/marzipan|lighthouse|Print|Leave|Journal|Pages/);
		expect(await sheets(page)).toBe(1);
		await tabTo(page, 'Hidden pages');
		await page.keyboard.press('Space');
		await expect(said).toHaveText('To print: two pages. Left out: one sealed page.');
		await tabTo(page, 'Sealed pages');
		await page.keyboard.press('Space');
		await expect(said).toHaveText('To print: three pages.');
		await tabTo(page, 'A title page');
		await page.keyboard.press('Space');
		await tabTo(page, 'Title');
		await page.keyboard.press('ControlOrMeta+A');
		await page.keyboard.type('For Thursday');
		const paper = await onPaper(page);
		const places = ['For Thursday', words.first, words.hidden, words.sealed].map((text) =>
			paper.indexOf(text)
		);
		expect(places[0]).toBe(0);
		expect(places).toEqual(places.toSorted((one, other) => one - other));
		// The title has a sheet of its own.
		expect(await sheets(page)).toBe(2);
		// Nothing that was typed or chosen is kept anywhere.
		const traces = await page.evaluate(() =>
			JSON.stringify([
				document.title,
				location.href,
				history.state,
				Object.entries(sessionStorage),
				Object.entries(localStorage)
			])
		);
		expect(traces).not.toMatch(/Thursday|lamp|marzipan/);
		await page.evaluate(() => {
			window.print = () => {
				document.documentElement.dataset['printed'] = 'true';
			};
		});
		await tabTo(page, 'Print or save as PDF');
		await page.keyboard.press('Enter');
		await page.locator('html[data-printed]').waitFor();
		await page.reload();
		await expect(page.getByText('Choose which pages.')).toBeVisible();
	}
);

test(
	'whoever comes with pages finds those, also after a reload',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await writeThree(app);
		await app.open('/journal/');
		await page.getByRole('button', { name: 'Hidden pages' }).click();
		await page.locator('#hidden-pages .row').getByRole('link').click();
		await expect(page.locator('[data-entry-text]')).toHaveText(words.hidden);
		// What a link to here takes along: the page's random id.
		await page.evaluate(() => {
			const kept = history.state as { 'sveltekit:states': { entry: string } };
			const { entry } = kept['sveltekit:states'];
			history.replaceState({ ...kept, 'sveltekit:states': { chosen: [entry] } }, '', '/print/');
		});
		await page.reload();
		const said = page.getByRole('status').filter({ hasText: 'To print' });
		await expect(page.getByRole('radio', { name: 'this one' })).toBeChecked();
		await expect(said).toHaveText('To print: nothing. Left out: one hidden page.');
		await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toHaveCount(0);
		await page.getByLabel('Hidden pages').check();
		await expect(said).toHaveText('To print: one page.');
		expect(await onPaper(page)).toContain(words.hidden);
		await page.getByRole('radio', { name: 'all' }).check();
		await expect(said).toHaveText('To print: two pages. Left out: one sealed page.');
	}
);

test('pages between two days are taken', { tag: '@whole' }, async ({ opened: app, page }) => {
	await page.clock.install({ time: new Date('2026-09-30T20:00:00Z') });
	for (const [day, text] of [
		['2026-10-01', 'The first'],
		['2026-10-02', 'The second'],
		['2026-11-20', 'The third']
	] as const) {
		await page.clock.setSystemTime(new Date(`${day}T20:00:00Z`));
		const writing = await app.justWrite();
		await writing.type(text);
		await page.clock.runFor(1000);
		await writing.saved();
		await (await writing.stop()).keep();
	}
	await app.open('/print/');
	await page.getByRole('radio', { name: 'between two days' }).check();
	await expect(page.getByLabel('From')).toHaveValue('2026-10-01');
	await expect(page.getByLabel('To', { exact: true })).toHaveValue('2026-11-20');
	await expect(page.locator('article .words')).toHaveText(['The first', 'The second', 'The third']);
	await page.getByLabel('From').fill('2026-10-02');
	await page.getByRole('radio', { name: 'newest first' }).check();
	await expect(page.locator('article .words')).toHaveText(['The third', 'The second']);
	await page.getByLabel('To', { exact: true }).fill('2026-10-31');
	await expect(page.locator('article .words')).toHaveText(['The second']);
});

test(
	'the file suggests a name that says nothing, and other printing is as it was',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await writeThree(app);
		await app.open('/print/');
		await page.getByRole('radio', { name: 'all' }).check();
		await expect(page.locator('article')).toHaveCount(1);
		const cdp = await page.context().newCDPSession(page);
		/** As the print dialog does it with its headers and footers on. */
		const pdfTitle = async (): Promise<string | undefined> => {
			const { data } = await cdp.send('Page.printToPDF', { displayHeaderFooter: true });
			return /\/Title \((.*?)\)/.exec(Buffer.from(data, 'base64').toString('latin1'))?.[1];
		};
		expect(await pdfTitle()).toMatch(/^notes-\d{4}-\d\d-\d\d$/);
		await expect(page).toHaveTitle('Own Voice');
		await app.journal();
		expect(await pdfTitle()).toBe('Own Voice');
		await expect(page).toHaveTitle('Own Voice');
	}
);

test(
	'the page of printing is closed while the journal is, and has nothing before the first word',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/print/');
		await expect(page.getByText('Nothing here yet.')).toBeVisible();
		await seed(page, 'closed');
		const closed = new ClosedPage(page);
		const writing = await closed.openAndWrite();
		await writing.write(words.first);
		await app.open('/print/');
		await expect(closed.title).toBeVisible();
		await expect(page.getByRole('radio')).toHaveCount(0);
		expect(await onPaper(page)).not.toContain('lamp');
	}
);

for (const { name, viewport, colorScheme } of [
	// High enough that the running foot lies over nothing.
	{ name: 'phone by day', viewport: { width: 320, height: 2400 }, colorScheme: 'light' },
	{ name: 'desk by night', viewport: { width: 1440, height: 2400 }, colorScheme: 'dark' }
] as const) {
	test.describe(name, { tag: '@whole' }, () => {
		test.use({ viewport, colorScheme, reducedMotion: 'reduce' });

		test('the page of printing has no fault that axe can find, and long words wrap', async ({
			opened: app,
			page
		}) => {
			await writeThree(app);
			const writing = await app.answerIn(5);
			await writing.write(words.long);
			await (await writing.stop()).keep();
			await app.open('/print/');
			await page.getByText('Choose which pages.').waitFor();
			await expectNoFault(page, 'nothing chosen');
			await page.getByRole('radio', { name: 'between two days' }).check();
			for (const tick of await page.getByRole('checkbox').all()) await tick.check();
			await page.getByLabel('Title', { exact: true }).fill(words.long.slice(0, 90));
			await expect(page.getByText(words.long)).toBeVisible();
			await expectNoFault(page, 'all of it');
			await page.emulateMedia({ media: 'print' });
			const over = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(over).toBe(0);
		});
	});
}
