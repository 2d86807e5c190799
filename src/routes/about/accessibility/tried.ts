/** What was tried, and how: each is a test that runs before every release, unless it says otherwise. */
export const tried: readonly { what: string; how: string }[] = [
	{
		what: 'Every page, by a machine',
		how: 'The program axe looks at every page and at the states between them, on a narrow phone by day and on a wide screen by night, for the rules of WCAG 2.2 at levels A and AA and for contrast at level AAA. Lighthouse looks at every page too.'
	},
	{
		what: 'Keys alone',
		how: 'Reading, writing, finding, closing the journal, the calendar, choosing many pages, copies and printing are walked through by keyboard in Chromium. The focus can always be seen, no key is a trap, and the keys that work on every page can be turned off.'
	},
	{
		what: 'Names and announcements',
		how: 'What a screen reader is told is read from the tree that the browser gives it: names, roles, states, and what is said by itself, such as “Saved”.'
	},
	{
		what: 'Large letters and narrow screens',
		how: 'Every page is laid out at 320 pixels, which is what a screen of 1280 shows at 400 %, and with letters of twice the size. Nothing scrolls sideways, and nothing is cut off.'
	},
	{
		what: 'Colours of the system, and less motion',
		how: 'Every page is drawn with forced colours. Where less motion is asked for, nothing moves.'
	},
	{
		what: 'Fingers and voices',
		how: 'Everything you can press is at least 44 pixels tall, except links within a sentence. The words on a button are part of its name, so that it can be pressed by saying them.'
	}
];

/** What nobody has tried. */
export const notTried: readonly string[] = [
	'A screen reader, voice control or a switch in the hands of somebody who needs one.',
	'Phones and tablets themselves: their sizes were tried, in a browser on a computer.',
	'The app in other languages: its own words are English. What you write may be in any, and may run from right to left.'
];
