/** The accessibility checks, and how each is done: a test that runs before every release, unless it says otherwise. */
export const checks: readonly { what: string; how: string }[] = [
	{
		what: 'Every page, by a machine',
		how: 'The program axe looks at every page and at the states between them, on a narrow phone by day and on a wide screen by night, for the rules of WCAG 2.2 at levels A and AA and for contrast at level AAA. Lighthouse looks at every page too.'
	},
	{
		what: 'Keys alone',
		how: 'Reading, writing, finding, closing the journal, the calendar, choosing many pages, copies and printing are walked through by keyboard in Chromium. The focus is drawn, no key is a trap, and the keys that work on every page can be turned off. After a press the focus goes on from what came of it.'
	},
	{
		what: 'Names and announcements',
		how: 'What a screen reader is told is read from the tree that the browser gives it: names, roles, states, and what is said by itself, such as “Saved”.'
	},
	{
		what: 'Where you are',
		how: 'All pages have one title, so that the browser’s history says nothing of them. A page that you go to is told by its heading, which has the focus then.'
	},
	{
		what: 'Time',
		how: 'A journal with a passphrase closes by itself when for two minutes there was no key, touch, scrolling or move of the focus. Twenty seconds before, it says so, and whatever you do keeps it open. The time can be changed, or switched off. What you were writing is saved first.'
	},
	{
		what: 'Large letters and narrow screens',
		how: 'Every page is laid out at 320 pixels, which is what a screen of 1280 shows at 400 %, and with letters of twice the size. Nothing scrolls sideways, nothing is cut off, and on a low screen no bar lies over what has the focus.'
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

/** What has not been tested. */
export const notTested: readonly string[] = [
	'A screen reader, voice control or a switch in the hands of somebody who needs one.',
	'Phones and tablets themselves: their sizes were tried, in a browser on a computer.',
	'The app in other languages: its own words are English. What you write may be in any, and may run from right to left.'
];

/** Known accessibility issues, with workarounds. */
export const knownIssues: readonly string[] = [
	'Shift, pressed three times, leaves the app at once. Sticky Keys begins with five presses: who uses it can switch this off under Settings.',
	'Many buttons say what they do in few words, so that little is read over a shoulder. The page around them says the rest.',
	'The drawings of the nine parts say nothing that the words beside them do not.'
];
