import type { Page } from '@playwright/test';
import { expect, pages, test, type App } from './app';
import { fill, Editor } from './pages/editor-page';
import { translateEverything, translatorOf } from './translator';
import { thorough } from './thorough';

/* A translator that works elsewhere is sent nothing of what a person wrote, and takes nothing out of a field. */

const CANARY = 'zaunkoenig';

/** What was sent away with a word of the writer's in it, and fields that would be translated, with where it was. */
async function leaks(page: Page): Promise<string[]> {
	const { sent } = await translatorOf(page);
	const fields = await page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('textarea, input')]
			.filter(
				(field) =>
					field instanceof HTMLTextAreaElement ||
					/^(text|search|password|)$/.test(field.getAttribute('type') ?? '')
			)
			.filter((field) => field.closest('[translate]')?.getAttribute('translate') !== 'no')
			.map((field) => `field ${field.outerHTML.slice(0, 90)}`)
	);
	const where = new URL(page.url()).pathname;
	const words = sent.filter((text) => text.toLowerCase().includes(CANARY));
	return [...new Set([...words, ...fields])].map((one) => `${where} ${one.trim()}`);
}

/** Opens whatever is folded on the page. */
async function unfold(page: Page): Promise<void> {
	for (const summary of await page.locator('details:not([open]) > summary').all()) {
		if (await summary.isVisible()) await summary.click();
	}
}

/** A page of which every word that a person can give is the canary. */
async function writePage(app: App, page: Page): Promise<void> {
	await app.open('/read/4/');
	const writing = await app.answerIn(4);
	await writing.write(`A first page about ${CANARY}.`);
	await (await writing.stop()).keep();
	await app.open('/read/4/');
	await page.getByRole('button', { name: 'Ask a question of your own' }).click();
	await page.getByLabel('A question of your own').fill(`What about ${CANARY}?`);
	await page.getByRole('button', { name: 'Keep this question' }).click();
	await page.getByRole('link', { name: `What about ${CANARY}?` }).click();
	const own = await app.writing();
	await own.write(`It was ${CANARY}, and ${CANARY} again.`);
	const after = await own.stop();
	await page.getByText('Words, if any fit').click();
	await page.getByRole('textbox', { name: 'My own word' }).fill(CANARY);
	await page.getByRole('button', { name: 'Add it' }).click();
	await after.keep();
	await page.getByRole('link', { name: 'Read it again' }).click();
	await page.getByText('Label and tags').click();
	await page.getByLabel('A label of your own, listed with the page').fill(CANARY);
	await page.getByRole('textbox', { name: 'A new tag' }).fill(CANARY);
	await page.getByRole('button', { name: 'Add a tag' }).click();
	await page.getByLabel(/^A note to yourself/).fill(`not when ${CANARY}`);
	await page.getByRole('button', { name: 'Add a note in the margin' }).click();
	await page.getByLabel('A note beside it').fill(`${CANARY} in the margin`);
	await page.getByRole('button', { name: 'Done' }).click();
	await expect(page.getByText(`${CANARY} in the margin`)).toBeVisible();
}

/** A companion whose every word is the canary. */
async function makeCompanion(app: App, page: Page): Promise<void> {
	await app.open('/library/make/');
	const editor = new Editor(page);
	await editor.title.waitFor();
	await fill(editor);
	for (const label of ['What the companion is called', 'The essay’s title', 'Its author']) {
		await editor.field(label).fill(`${CANARY} ${label}`);
	}
	await editor.field('Name').fill(CANARY);
	await editor.field('Passage').fill(`The light of ${CANARY}.`);
	await editor.field('A note of care, if it needs one').fill(`Care for ${CANARY}.`);
	await editor.field('Question 1').fill(`Why ${CANARY}?`);
	await editor.saved();
}

/** Where words of the writer's may stand at once; the whole run looks at every page. */
const withWords = [
	'/',
	'/write/',
	'/journal/',
	'/look-back/',
	'/copies/take-out/',
	'/library/',
	'/library/make/',
	'/print/',
	'/questions/',
	'/settings/ways/'
];

test('no page of the app gives a translator a word that a person wrote', async ({ app, page }) => {
	test.slow();
	await translateEverything(page);
	const found: string[] = [];
	const look = async (): Promise<void> => {
		found.push(...(await leaks(page)));
	};
	await writePage(app, page);
	await look();
	await makeCompanion(app, page);
	await page.getByRole('button', { name: 'See it as a reader would' }).click();
	await look();
	for (const address of thorough ? pages : withWords) {
		await app.open(address);
		await page.getByRole('heading', { level: 1 }).first().waitFor();
		await unfold(page);
		await look();
	}

	// The pages that one comes to by a link alone, or after a press.
	await app.open('/journal/');
	await page.getByRole('switch', { name: 'Show the writing' }).click();
	await page.getByRole('button', { name: 'Narrow it down' }).click();
	await page.getByRole('combobox', { name: 'Tag' }).selectOption(CANARY);
	await page.getByRole('searchbox').fill(CANARY);
	await expect(page.locator('.row')).toHaveCount(1);
	await page.getByRole('button', { name: 'Choose several' }).click();
	await page.locator('.row').getByRole('checkbox').check();
	await page.getByRole('button', { name: 'Tag', exact: true }).click();
	await look();
	await page.getByRole('button', { name: 'Go back' }).click();
	await page.getByRole('button', { name: 'Done' }).click();
	await page.locator('.row').getByRole('link').click();
	await expect(page.locator('[data-entry-text]')).toContainText(CANARY);
	await unfold(page);
	await look();
	await page.getByRole('link', { name: 'Go on writing' }).click();
	await expect(page.getByRole('textbox', { name: 'Your page' })).toHaveValue(/zaunkoenig/);
	await look();
	await app.open('/library/');
	await page.getByRole('link', { name: CANARY }).first().click();
	await page.getByRole('heading', { level: 1, name: CANARY }).waitFor();
	await look();
	await page.getByRole('list', { name: 'Its parts' }).getByRole('link').first().click();
	await page.getByText(`The light of ${CANARY}.`).waitFor();
	await unfold(page);
	await look();
	await app.open('/print/');
	await page.getByLabel('all', { exact: true }).check();
	await look();
	expect(found).toEqual([]);
});

test('suggested words, a recovery code and what is typed for them are left alone', async ({
	app,
	page
}) => {
	await translateEverything(page);
	await app.open('/write/');
	await page.getByRole('button', { name: /^Yes/ }).click();
	await expect(page.getByRole('button', { name: 'Use these' })).toBeEnabled();
	const words = await page.locator('p.words').innerText();
	await page.getByRole('button', { name: 'Use these' }).click();
	const groups = page.locator('.groups li');
	await groups.first().waitFor();
	const code = await groups.allInnerTexts();
	await page.getByRole('button', { name: 'I have written it down' }).click();
	expect(await leaks(page)).toEqual([]);
	const sent = (await translatorOf(page)).sent.join('\n');
	for (const secret of [words, ...code]) expect(sent).not.toContain(secret);
});
