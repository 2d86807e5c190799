import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
	depths,
	lintCompanion,
	parseCompanion,
	orderPrompts,
	stances
} from '$lib/companion/companion';
import imported from '$lib/companion/walking-away.companion.md';

const read = (path: string): string =>
	readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

const { companion, lines } = parseCompanion(read('src/lib/companion/walking-away.companion.md'));
const { sections } = companion;
const prompts = sections.flatMap((section) => section.prompts);

/** Words that promise what no app can keep. */
const promises =
	/\b(secure|safe space|100\s*% private|untraceable|anonymous|anonymously|guaranteed)\b/i;

test('credits the essay', () => {
	expect(companion).toMatchObject({
		id: 'walking-away',
		title: 'Walking away',
		language: 'en',
		essay: { title: 'The Moment I Knew I Had to Walk Away', author: 'Irfan Ali' }
	});
	expect(sections.map(({ heading }) => heading)).toEqual([
		null,
		'The Build-Up I Couldn’t See at First',
		'The Moment It Shifted',
		'The Fear of Leaving',
		'The Aftermath: Grief, Guilt, and Growth',
		'What Walking Away Really Means',
		'To Anyone Who Feels Stuck Right Now',
		'What I Gained from Letting Go',
		'Final Thoughts: Closure Isn’t Always a Conversation'
	]);
});

test('has its sections with their short names', () => {
	expect(sections.map(({ id, name }) => `${id} ${name}`)).toEqual([
		's1 Opening',
		's2 Slowly',
		's3 A clear moment',
		's4 What if',
		's5 Afterwards',
		's6 What it means',
		's7 In between',
		's8 What was gained',
		's9 Without a last word'
	]);
});

test('has every prompt that it ever had, and no other', () => {
	// Entries refer to these ids. A new prompt adds a line to the list; none is ever taken out.
	const frozen = read('tests/fixtures/prompt-ids.txt').trimEnd().split('\n');
	expect(frozen.length).toBeGreaterThanOrEqual(156);
	expect(prompts.map(({ id }) => id).toSorted()).toEqual(frozen.toSorted());
});

test('has the prompts of each section in that section', () => {
	for (const { id, prompts: own } of sections) {
		for (const prompt of own) expect(prompt.id).toMatch(`${id}-${prompt.stance}-`);
	}
});

test('is given to the pages as it was parsed', () => {
	expect(imported).toEqual(companion);
});

test('S23: follows the rules for prompts', () => {
	expect(lintCompanion(companion, lines)).toEqual([]);
});

test('has a care note where the essay is about fear, and where it speaks to the reader', () => {
	const careful = sections.filter(({ care }) => care !== null);
	expect(careful.map(({ id }) => id)).toEqual(['s4', 's7']);
	expect(careful[0]?.care).toBe(careful[1]?.care);
	expect(careful[0]?.care).toContain('this page is not the place to plan');
});

describe.each(sections)('$id', (section) => {
	const { passage, care, name, prompts: own } = section;

	test('has a passage of 150 to 300 words', () => {
		const count = passage.join(' ').split(/\s+/).length;
		expect(count).toBeGreaterThanOrEqual(150);
		expect(count).toBeLessThanOrEqual(300);
	});

	test('promises nothing that an app cannot keep', () => {
		const texts = [name, care ?? '', ...passage, ...own.map(({ text }) => text)];
		expect(texts.filter((text) => promises.test(text))).toEqual([]);
	});

	test.each(stances)('offers a gentle prompt of its own first for %s', (stance) => {
		expect(orderPrompts(section, stance)[0]).toMatchObject({ stance, depth: 'gentle' });
	});
});

describe.each(sections)('the questions of $id', (section) => {
	test.each(stances)('are at least five for %s, two gentle and two deeper among them', (stance) => {
		const own = section.prompts.filter((prompt) => prompt.stance === stance);
		expect(own.length).toBeGreaterThanOrEqual(5);
		for (const depth of depths) {
			expect(own.filter((prompt) => prompt.depth === depth).length).toBeGreaterThanOrEqual(2);
		}
	});
});

test('every question says why it is asked, and names a finding', () => {
	const known = companion.findings.map(({ id }) => id);
	for (const { id, why, finding } of prompts) {
		expect([id, why?.split(/\s+/).length]).toEqual([id, expect.any(Number)]);
		expect(known).toContain(finding);
	}
	expect(new Set(prompts.map(({ finding }) => finding)).size).toBe(known.length);
});

test('S23: every question was read by a second reader, for the five rules that no lint decides', () => {
	const review = read('src/lib/companion/walking-away.review.md');
	const rows = review.split('\n').filter((line) => /^\| s\d+-/.test(line));
	const cells = rows.map((row) =>
		row
			.split('|')
			.map((cell) => cell.trim())
			.slice(1, -1)
	);
	expect(cells.map(([id]) => id).toSorted()).toEqual(prompts.map(({ id }) => id).toSorted());
	for (const [id, ...verdicts] of cells) {
		expect([id, verdicts.slice(0, 5).every((one) => /^(ok|changed|n\/a)$/.test(one))]).toEqual([
			id,
			true
		]);
		const prompt = prompts.find((one) => one.id === id);
		// P9 weighs who still decides, P11 who is just out of it; no one is passed over.
		if (prompt?.stance === 'deciding') expect([id, verdicts[2]]).not.toEqual([id, 'n/a']);
		if (prompt?.stance === 'recent') expect([id, verdicts[3]]).not.toEqual([id, 'n/a']);
	}
});
