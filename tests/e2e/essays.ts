import { partCount } from './addresses';
import type { App } from './pages/app';

const paragraphs = Array.from(
	{ length: 4 },
	(_, index) =>
		`On the ${index + 1}th morning the boats had not come in. We waited at the window with the lamp, and nobody said it.`
).join('\n\n');
const headings = [
	'The House by the Water',
	'What Grandmother Said',
	'Leaving the Kitchen Light On',
	'After Rain',
	'A Room of Sorts'
];

const essay = (title: string, parts: readonly string[]): string =>
	[title, 'by Anna Writer', ...parts.flatMap((heading) => [heading, paragraphs])].join('\n\n');

/** An essay of five parts, written for these tests. */
export const boats = essay('On Boats', headings);
/** Another one, of five other parts. */
export const lamps = essay('On Lamps', [
	'One Candle',
	'Matches in the Drawer',
	'Wicks',
	'Under a Green Shade',
	'The Last Night of Winter'
]);

/** A text under the headings of the essay that the built-in companion follows, in words made up for these tests. */
export async function retoldParts(
	app: App
): Promise<{ text: string; words: (part: number) => string }> {
	const words = (part: number): string => `The lamp of part ${part} burned low, and nobody spoke.`;
	const parts: string[] = ['A title of its own', words(1)];
	for (let part = 2; part <= partCount; part += 1) {
		await app.page.goto(`/read/${part}/`);
		const credit = (await app.page.locator('.credit').textContent()) ?? '';
		parts.push(/“(.*)”/.exec(credit)?.[1] ?? '', words(part));
	}
	return { text: parts.join('\n\n'), words };
}
