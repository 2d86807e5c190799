import fc from 'fast-check';

/** Words as people write them, in several scripts and spellings; many are near others. */
export const spaced = [
	...['cafe', 'café', 'cafe\u0301', 'Zoë', 'Ångström', 'Straße', 'strasse', 'søster', 'İstanbul'],
	...['ılık', 'œuvre', 'ælder', 'ёлка', 'елка', 'Все', 'всё', 'σοφός', 'ΣΟΦΟΣ', 'e-mail', 'email'],
	...['don’t', "don't", 'dont', 'l’amour', 'amour', 'well‑being', 'being', 'so-and-so', 'ｆｕｌｌ'],
	...[
		'relationship',
		'relatoinship',
		'relations',
		'quiet',
		'quite',
		'evening',
		'evenin',
		'co\u00adop'
	],
	...['I', 'a', 'was', 'the', 'night', '2024-11-22', '11', 'हिन्दी', 'x²', 'ﬁne', 'the', 'was']
];
const unspaced = [
	...[
		'天气',
		'公园',
		'今天天气很好',
		'東京',
		'楽しい',
		'がっこう',
		'かっこう',
		'ｶﾞﾗｽ',
		'친구',
		'친구를'
	],
	...['행복', '불행복', '하고', '한국', 'สวัสดี', 'ที่', 'รักกัน', '😀', '👩‍❤️‍👩', '❤️', '👍🏽'.slice(0, 2)]
];
const between = [
	' ',
	' ',
	' ',
	' ',
	', ',
	'. ',
	'\n',
	' – ',
	'—',
	'…',
	'',
	'"',
	"'",
	'-',
	'\ud800',
	' \udc00 '
];

/** Texts of such words, with anything between them, lone surrogates too. */
export const text = fc
	.array(fc.tuple(fc.constantFrom(...spaced, ...unspaced), fc.constantFrom(...between)), {
		maxLength: 14
	})
	.map((parts) => parts.flat().join(''));

/** A word, whole or as far as it was typed. */
export const typedWord = fc
	.tuple(fc.constantFrom(...spaced, ...unspaced), fc.integer({ min: 1, max: 12 }))
	.map(([word, length]) => {
		const characters = [...new Intl.Segmenter().segment(word)].map(({ segment }) => segment);
		return characters.slice(0, length).join('');
	})
	// A joiner at the end joins nothing yet.
	.map((word) => word.replace(/[-’'‑\u00ad]$/, ''));
