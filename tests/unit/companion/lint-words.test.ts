import { describe, expect, test } from 'vitest';
import { changed, findings, lint, LOOKING_BACK_1, saying } from './linted';

/* What the lint says of the words of one prompt. */

const nWords = (count: number): string => `${'word '.repeat(count - 1)}word?`;

describe.each<[rule: string, bad: string[], good: string[]]>([
	[
		'P1',
		[
			'What was it? What is it now?',
			'Really??',
			nWords(29),
			'Tell it all!',
			'¡Tell it all',
			'What made you smile 🙂',
			'What did you love ❤ there?',
			'Which country was it 🇮🇪?'
		],
		[
			'Think of that day. What was it?',
			'Tell it without a question.',
			nWords(28),
			'What was it… in 5 words, at 30 °C, № 7 – “so”?'
		]
	],
	[
		'P2',
		[
			'Do you miss it?',
			'did it hurt?',
			'Is there more?',
			'Were you there?',
			'Have you slept?',
			'Could you say it?',
			'Will it end?',
			'Might it be so?',
			'Don’t you miss it?',
			"Wasn't it late?",
			"Can't you say it?",
			'Won’t it end?'
		],
		[
			'What do you miss?',
			'Doors, windows, stairs: which do you remember?',
			'Island or shore: where were you?',
			'Candles or lamps: what lit the room?',
			'Hadrian, the cat, the neighbour: who was there?',
			'Wasted hours: which comes to mind?',
			'Maybe later. What is there now?',
			'Wont and habit: which do you notice?'
		]
	],
	[
		'P3',
		[
			'Why was it so?',
			'Ask yourself why.',
			'What was always there?',
			'What happens never again?',
			'What does everyone say?',
			'What did no one ever see?'
		],
		[
			'What did you never say?',
			'Which hallways do you remember?',
			'Try again: what was it?',
			'What did every one of them say?',
			'What did no one see?'
		]
	],
	[
		'P4',
		[
			'What was toxic?',
			'What did the narcissist say?',
			'Describe the abuser.',
			'What was gaslighting, and what not?',
			'Which red flag was first?',
			'Where does the trauma sit?',
			'What was co-dependent in it?',
			'Which victim were you?',
			'What should you have done?',
			'What do you deserve?',
			'What did you finally do?',
			'What do you admit?',
			'What will heal first?',
			'What has healed?',
			'When will you move on?',
			'What is moving on like?',
			'How do you get over it?',
			'What were you getting over?',
			'What would closure be?'
		],
		[
			'What was intoxicating?',
			'Whose shoulder was there?',
			'What did your health say?',
			'Which disclosure mattered, in which enclosure?',
			'What was the final word?',
			'Which desert did you cross?',
			'What moved once, on that day?',
			'Which overalls did you get overnight?',
			'Which red flagstone did you step on?',
			'Who was evicted?'
		]
	],
	[
		'P5',
		[
			'What did he say?',
			'What did She say?',
			'What would you tell him?',
			'What was hers?',
			'What did your boyfriend say?',
			'What did your ex-wife say?',
			'What was your marriage like?',
			'When were you married?',
			'What did the divorce change?',
			'What did he’s-been-here mean?'
		],
		[
			'What did they say there?',
			'Which theme was on the sheet?',
			'What did this whisper tell the others?',
			'Which history did you inherit?',
			'What did the midwives, the husbandry, the wifi have in common?',
			'What was on your chest?'
		]
	],
	[
		'P7',
		[
			'Which address would you go to?',
			'What money is there?',
			'Which bank is it?',
			'What have you packed?',
			'What is in the bag?',
			'Which suitcase is it?',
			'Which lawyer would you ask?',
			'What would the police say?',
			'Where are the keys?',
			'Which ticket is it?',
			'What does the landlord say?',
			'What is the rent?'
		],
		[
			'Which letter was addressed to you?',
			'Which current ran between your parents?',
			'What did the monkeys on the keyboard write?',
			'What was in the packet beside the baggage?',
			'What was different?',
			'Which policy did you keep?',
			'What did the riverbank look like?'
		]
	]
])('%s', (rule, bad, good) => {
	test.each(bad)('is broken by “%s”', (text) => {
		expect(saying(text)).toEqual([`${rule} ${LOOKING_BACK_1}`]);
	});

	test.each(good)('has nothing against “%s”', (text) => {
		expect(saying(text)).toEqual([]);
	});
});

test('every fault of a prompt is named, with the words it lies in', () => {
	const text = 'Why did he pack! Should you? Could you?';
	const said = lint(changed({ 'deciding-1': { text } }));
	expect(said.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
		'P1 asks more than one question',
		'P1 has an exclamation mark',
		'P3 “Why” is abstract or absolute; ask for a time, a place, a thing',
		'P4 “Should” passes a verdict or promises recovery',
		'P5 “he” takes a gender or a role for granted',
		'P7 “pack” asks for the practical details of leaving'
	]);
});

test('a question for who was left follows the same rules', () => {
	const left = 'Why did they leave?';
	expect(findings(changed({ 'recent-2': { left } }))).toEqual([`P3 ${LOOKING_BACK_1 - 2}`]);
});

test.each([
	'It is proven to help.',
	'This will help you move on.',
	'A kind of therapy for the evening.',
	'Naming it heals.'
])('a reason that claims too much is named: %s', (why) => {
	expect(findings(changed({ 'recent-2': { why } }))).toEqual([`P4 ${LOOKING_BACK_1 - 2}`]);
});

test('a reason that claims nothing for sure passes', () => {
	const why = 'In some studies looking from further away went with a lighter mood; it may not.';
	expect(findings(changed({ 'recent-2': { why } }))).toEqual([]);
});
