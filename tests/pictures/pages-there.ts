import type { Page } from '@playwright/test';
import { EntryPage, expect, JournalPage, type App } from '../e2e/app';
import { give, later, onlyMe, opened, press, type State } from './reaching';
import { asked, FIRST, type Part, SECOND, THIRD } from './texts';

/* Pages that are there: a few, and those of several years, brought in as Day One and our own keys write them. */

interface Given {
	moment: string;
	text: string;
	part?: Part | undefined;
	starred?: boolean;
	tags?: string[];
	/** What else our own keys say. */
	own?: object;
}

function entryOf(
	{ moment, text, part, starred = false, tags = [], own }: Given,
	at: number
): object {
	const [name, question_id, question] = part ? asked[part] : [];
	return {
		uuid: String(at).padStart(32, 'c'),
		...{ creationDate: moment, timeZone: 'Europe/Dublin', starred, tags, text },
		ownVoice: {
			...{ format: 'own-voice/1', companion: 'walking-away' },
			...(part && { part: name, part_id: part, part_number: Number(part.slice(1)) }),
			...(part && { question, question_id, stance: 'deciding', depth: 'gentle' }),
			...own
		}
	};
}

async function broughtIn(app: App, page: Page, pages: readonly Given[]): Promise<void> {
	await opened(app, '/copies/bring-in/');
	const file = { metadata: { version: '1.0' }, entries: pages.map(entryOf) };
	await give(page, 'Journal.json', JSON.stringify(file));
	await press(page, 'Bring them in');
	await onlyMe(page, page.getByText('They are in the journal.'));
}

/** Three pages of this evening. */
export const written: State = async (app, page) => {
	const pages = [
		{ moment: '2026-11-23T21:20:00Z', text: FIRST, part: 's2' },
		{ moment: '2026-11-23T21:31:00Z', text: SECOND, part: 's7' },
		{ moment: '2026-11-23T21:47:00Z', text: THIRD, part: 's4' }
	] as const;
	await broughtIn(app, page, pages);
};

/** The last of them, opened. */
export const openPage: State = async (app, page) => {
	await written(app, page);
	await opened(app, '/journal/');
	await new JournalPage(page).openEntry();
	await expect(new EntryPage(page).text).toHaveText(THIRD);
};

/** One page that was written and kept. */
export async function oneKept(app: App, section: number, text: string): Promise<void> {
	const writing = await app.answerIn(section);
	await writing.write(text);
	await (await writing.stop()).keep();
	await later(app.page);
}

const texts = [FIRST, SECOND, THIRD, `${THIRD}\n\n${FIRST}`, `${SECOND}\n\n${THIRD}`];
const words = ['calm', 'torn', 'relieved', 'tired', 'hopeful', 'angry', 'sad'];
const parts = Object.keys(asked) as Part[];
const COUNT = 300;
const DAY = 86_400_000;

const every = <T>(index: number, step: number, value: T): T | undefined =>
	index % step === 0 ? value : undefined;

/** The page before the newest by so many. */
function ofMany(index: number): Given {
	const at = Date.UTC(2026, 10, 21) - Math.floor(index * 4.6 + (index % 3)) * DAY;
	const day = (offset = 0): string => new Date(at + offset * DAY).toISOString().slice(0, 10);
	const id = String(index).padStart(32, 'a');
	const note = `${day(1)}T21:05:00.000Z Europe/Dublin ${id} You were tired that evening, and kind.`;
	return {
		moment: `${day()}T${18 + (index % 5)}:15:00Z`,
		text: texts[index % texts.length] ?? '',
		part: index % 11 === 5 ? undefined : parts[index % parts.length],
		starred: index % 9 === 0,
		tags: index % 4 === 0 ? ['home', 'to keep'] : [],
		own: {
			title: every(index, 10, 'the light over the table'),
			letter: every(index - 5, 22, 'unsent'),
			after_feel: every(index, 2, (index % 7) - 3),
			after_stir: every(index, 4, (index % 5) - 2),
			feelings: every(index, 3, [words[index % 7], words[(index + 2) % 7]]),
			margin: every(index, 10, [note]),
			hidden: index % 60 === 7,
			unfinished: index % 50 === 3,
			sealed_until: every(index - 2, 100, index === 2 ? '2027-05-01' : '2026-10-01')
		}
	};
}

/** The pages of several years. */
export const ofYears: State = (app, page) =>
	broughtIn(
		app,
		page,
		Array.from({ length: COUNT }, (_, index) => ofMany(index))
	);

/** Waits until the oldest of them is read: its month, or its year, can be gone to then. */
export const allRead = (page: Page): Promise<void> =>
	page
		.locator('option')
		.filter({ hasText: /^(February )?2023$/ })
		.first()
		.waitFor({ state: 'attached' });

/** Opens a page of the years by its place in the list. */
export const pageOfYears =
	(place: number): State =>
	async (app, page) => {
		await ofYears(app, page);
		await opened(app, '/journal/');
		await allRead(page);
		const line = page.locator(`[data-line="${place}"]`);
		// Of a long list only what is near the screen stands in the document.
		await expect(async () => {
			if ((await line.count()) === 0) await page.mouse.wheel(0, 400);
			await expect(line).toBeAttached({ timeout: 500 });
		}).toPass();
		await line.getByRole('link').click();
		await page.locator('.entry-dates').waitFor();
	};
