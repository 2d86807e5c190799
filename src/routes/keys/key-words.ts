/** The keys that do something, where, and what. */
export interface KeyWords {
	where: string;
	keys: readonly { key: string; does: string }[];
}

/** The key that leaves quickly; told of only where there is a keyboard, and while it is on. */
export const SHIFT = 'Shift, three times';

export const keyWords: readonly KeyWords[] = [
	{
		where: 'On every page, while you are not typing',
		keys: [
			{ key: '?', does: 'Shows these keys' },
			{ key: 'Ctrl K, or ⌘ K', does: 'Finds a page of the app by its name' },
			{ key: SHIFT, does: 'Leaves quickly, also while you type' },
			{
				key: 'Tab',
				does: 'Goes to the next link, button or field; the first link skips to the page'
			}
		]
	},
	{
		where: 'In the journal',
		keys: [
			{ key: '↑ ↓', does: 'Move from page to page; Home and End go to the first and the last' },
			{ key: 'A letter', does: 'Begins a search for it' },
			{ key: '/', does: 'Goes to the search field' },
			{ key: 'Enter, or ↓', does: 'Leads from the search field to the first page found' }
		]
	},
	{
		where: 'In the calendar',
		keys: [
			{ key: '← → ↑ ↓', does: 'Lead by day and by week' },
			{ key: 'Home, End', does: 'Lead to the ends of the week' },
			{ key: 'Page Up, Page Down', does: 'Lead to the month before and after' }
		]
	}
];
