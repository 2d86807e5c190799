import { stances, type Prompt } from '$lib/companion/companion';
import { describe, expect, test } from 'vitest';
import { changed, findings, prompts, SECTION } from './linted';

/* What the lint says of the prompts of a section, taken together. */

test('prompts that follow the rules have nothing said of them', () => {
	expect(findings(prompts)).toEqual([]);
});

test('a section without prompts has nothing said of it', () => {
	expect(findings([])).toEqual([]);
});

describe('P8', () => {
	const only = `P8 ${SECTION}`;

	test.each(stances)('is broken by a section with no gentle prompt for %s', (stance) => {
		expect(findings(changed({ [`${stance}-1`]: { depth: 'deeper' } }))).toEqual([only]);
	});

	test.each(stances)('is broken by a section with one intent for %s', (stance) => {
		expect(findings(changed({ [`${stance}-2`]: { intent: 'notice' } }))).toEqual([only]);
	});

	test.each(stances)('is broken by a section that begins with a deeper one for %s', (stance) => {
		const turned = changed({
			[`${stance}-1`]: { depth: 'deeper' },
			[`${stance}-2`]: { depth: 'gentle', intent: 'feel' }
		});
		expect(findings(turned)).toEqual([only]);
	});

	test.each(stances)('is broken twice by a section with nothing for %s', (stance) => {
		const rest = prompts
			.map((one) => ({ ...one, view: 'past' as const }))
			.filter((one) => one.stance !== stance);
		expect(findings(rest)).toEqual([only, only]);
	});

	test('has nothing against gentle prompts alone', () => {
		const gentle = prompts.map((prompt) => ({ ...prompt, depth: 'gentle' as const }));
		expect(findings(gentle)).toEqual([]);
	});

	test('has nothing against stances in another order', () => {
		expect(findings(prompts.toSorted((a, b) => b.stance.localeCompare(a.stance)))).toEqual([]);
	});
});

describe('P10', () => {
	const meaningFirst = (stance: string): Prompt[] =>
		changed({ [`${stance}-1`]: { intent: 'meaning' }, [`${stance}-2`]: { intent: 'feel' } });

	test('is broken by a first prompt for recent that asks for meaning', () => {
		expect(findings(meaningFirst('recent'))).toEqual([`P10 ${SECTION}`]);
	});

	test.each(['deciding', 'looking-back'])('has nothing against one for %s', (stance) => {
		expect(findings(meaningFirst(stance))).toEqual([]);
	});

	test('looks at the prompt that is offered first, which is a gentle one', () => {
		const [one, two] = [{ depth: 'deeper' }, { depth: 'gentle' }] as const;
		const offeredFirst = changed({ 'recent-1': { ...one, intent: 'feel' }, 'recent-2': two });
		expect(findings(offeredFirst)).toEqual([`P8 ${SECTION}`, `P10 ${SECTION}`]);
		const inTheFile = changed({
			'recent-1': { ...one, intent: 'meaning' },
			'recent-2': { ...two, intent: 'feel' }
		});
		expect(findings(inTheFile)).toEqual([`P8 ${SECTION}`]);
	});
});

describe('P13', () => {
	const seen = (view: Prompt['view']): string[] => findings(changed({ 'recent-1': { view } }));

	test.each(['first', 'letter'] as const)('is broken by a section with no view but %s', (view) => {
		expect(seen(view)).toEqual([`P13 ${SECTION}`]);
	});

	test.each(['observer', 'friend', 'past', 'future'] as const)('is content with one %s', (view) => {
		expect(seen(view)).toEqual([]);
	});
});
