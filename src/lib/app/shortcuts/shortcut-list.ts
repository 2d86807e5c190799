/** A group of keyboard shortcuts: where they work, and what they do. */
export interface ShortcutGroup {
	where: string;
	shortcuts: readonly { key: string; effect: string }[];
}

/** The quick exit keys; shown only if there is a keyboard, and while they are on. */
export const QUICK_EXIT_KEYS = 'Shift, three times';

export const shortcutGroups: readonly ShortcutGroup[] = [
	{
		where: 'On every page, while you are not typing',
		shortcuts: [
			{ key: '?', effect: 'Shows these keys' },
			{ key: 'Ctrl K, or ⌘ K', effect: 'Finds a page of the app by its name' },
			{ key: QUICK_EXIT_KEYS, effect: 'Leaves quickly, also while you type' },
			{
				key: 'Tab',
				effect: 'Goes to the next link, button or field; the first link skips to the page'
			}
		]
	},
	{
		where: 'In the journal',
		shortcuts: [
			{ key: '↑ ↓', effect: 'Move from page to page; Home and End go to the first and the last' },
			{ key: 'A letter', effect: 'Begins a search for it' },
			{ key: '/', effect: 'Goes to the search field' },
			{ key: 'Enter, or ↓', effect: 'Leads from the search field to the first page found' }
		]
	},
	{
		where: 'In the calendar',
		shortcuts: [
			{ key: '← → ↑ ↓', effect: 'Lead by day and by week' },
			{ key: 'Home, End', effect: 'Lead to the ends of the week' },
			{ key: 'Page Up, Page Down', effect: 'Lead to the month before and after' }
		]
	}
];
