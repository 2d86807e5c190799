import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs, tries } from '../thorough';
import { tokenise } from '../../src/routes/journal/entry/tokenise';
import { diffTexts, type DiffSegment } from '../../src/routes/journal/entry/text-diff';

/* What lies between two texts, word by word. */

/** Words of several scripts, signs, emoji and white space, so that texts share much with one another. */
const word = fc.constantFrom(
	...['the', 'lamp', 'don’t', 'was', 'été', 'שלום', 'مرحبا', '今天', '天气很好', 'カレー', 'สวัสดี'],
	...['3.5', '👩‍👩‍👧', '🇮🇪', '—', '.', ' ', '  ', '\n', '\n\n', '\t', '\r\n', '\ud83d', 'e\u0301']
);
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(''));
/** A text, and the same with something taken out and something put in. */
const edited = fc
	.tuple(fc.array(word, { maxLength: 60 }), fc.nat(60), fc.nat(6), fc.array(word, { maxLength: 6 }))
	.map(([words, at, count, put]): [string, string] => [
		words.join(''),
		[...words.slice(0, at), ...put, ...words.slice(at + count)].join('')
	]);

function without(stretches: readonly DiffSegment[], kind: DiffSegment['kind']): string {
	return stretches.flatMap((one) => (one.kind === kind ? [] : [one.text])).join('');
}

/** `[out]`, `{in}` and what is the same, for a person to compare. */
function inWords(earlier: string, later: string): string | null {
	const marks = { same: ['', ''], removed: ['[', ']'], added: ['{', '}'] } as const;
	return (
		diffTexts(earlier, later)
			?.map(({ kind, text: words }) => marks[kind].join(words))
			.join('') ?? null
	);
}

test('the pieces of a text are the text', () => {
	fc.assert(
		fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (one) => {
			expect(tokenise(one).join('')).toBe(one);
		}),
		tries(2_000)
	);
});

test('both texts can be made from the changes, and no stretch is empty or follows its like', () => {
	let shown = 0;
	fc.assert(
		fc.property(fc.oneof(edited, fc.tuple(text, text)), ([earlier, later]) => {
			const stretches = diffTexts(earlier, later);
			if (!stretches) return;
			shown += 1;
			expect(without(stretches, 'added')).toBe(earlier);
			expect(without(stretches, 'removed')).toBe(later);
			stretches.forEach(({ kind, text: words }, at) => {
				expect(words).not.toBe('');
				expect(stretches[at + 1]?.kind).not.toBe(kind);
			});
		}),
		tries(2_000)
	);
	expect(shown).toBeGreaterThan(runs(2_000) / 2);
});

test('a text beside itself has no change', () => {
	fc.assert(
		fc.property(text, (one) => {
			expect(diffTexts(one, one)?.every(({ kind }) => kind === 'same')).toBe(true);
		})
	);
});

test('whole words change, and a phrase changes as one', () => {
	expect(inWords('The lamp was on.', 'The lamp was off.')).toBe('The lamp was [on]{off}.');
	expect(inWords('I don’t know', 'I do know')).toBe('I [don’t]{do} know');
	expect(
		inWords('It rained all day, and nobody came.', 'It rained a while, and nobody came.')
	).toBe('It rained [all day]{a while}, and nobody came.');
	expect(inWords('One.\n\nTwo.', 'One.\n\nAnd a half.\n\nTwo.')).toBe(
		'One.\n\n{And a half.\n\n}Two.'
	);
});

test('Chinese and Japanese change by the word, though no space stands between', () => {
	expect(inWords('今天天气很好，我们去海边。', '昨天天气很好，我们去海边。')).toBe(
		'[今天]{昨天}天气很好，我们去海边。'
	);
	expect(inWords('私は毎日コーヒーを飲みます。', '私は毎日お茶を飲みます。')).toBe(
		'私は毎日[コーヒー]{お茶}を飲みます。'
	);
});

test('an emoji is never taken apart', () => {
	expect(inWords('Us: 👩‍👩‍👧 then', 'Us: 👩‍👩‍👦 then')).toBe('Us: [👩‍👩‍👧]{👩‍👩‍👦} then');
	expect(inWords('To 🇮🇪 now', 'To 🇮🇹 now')).toBe('To [🇮🇪]{🇮🇹} now');
});

test('what was emptied is taken out, and what came into nothing is added', () => {
	expect(inWords('All of it', '')).toBe('[All of it]');
	expect(inWords('', 'All of it')).toBe('{All of it}');
	expect(diffTexts('', '')).toEqual([]);
});

test('texts of which little is the same are not shown word by word', () => {
	expect(diffTexts('Rain all day, and soup.', 'A day, and nobody came.')).toBeNull();
});

/** A page of 300 kB from these words, in an order that hardly ever comes again. */
function longPage(words: readonly string[], seed: number, between: string): string {
	let state = seed;
	let page = '';
	while (page.length < 300_000) {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		page += (words[(state >> 8) % words.length] ?? '') + between;
	}
	return page;
}

test.each([
	['English', 'some words of a page that nobody has read since the winter'.split(' '), ' '],
	['Chinese', ['今天', '天气', '我们', '海边', '昨天', '回家', '吃饭', '很好'], '']
])(
	'a page of 300 kB in %s: a small change is found, and a new text is given up on in time',
	(_, words, between) => {
		const page = longPage(words, 1, between);
		const middle = page.length / 2;
		const at = page.indexOf(words[0] ?? '', middle);
		const changed = `${page.slice(0, at)}XYZZY ${page.slice(at)}`;
		const stretches = diffTexts(page, changed);
		expect(stretches?.filter(({ kind }) => kind === 'added').map((one) => one.text.trim())).toEqual(
			['XYZZY']
		);
		// Every pair of words compared would take minutes, and so more than a test may.
		expect(diffTexts(page, longPage([...words].reverse(), 7, between))).toBeNull();
	}
);
