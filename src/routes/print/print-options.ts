/** What is to be printed, and how. It lives as long as the screen it was chosen on, and is kept nowhere. */
export interface PrintOptions {
	/** Which pages: those one came with, all, or those of some days; null while nothing is chosen. */
	range: 'selected' | 'all' | 'between' | null;
	/** The first and the last of those days, `2026-11-22`; an empty text leaves that end open. */
	from: string;
	to: string;
	/** Whether pages that are hidden come along, and sealed ones. */
	hidden: boolean;
	sealed: boolean;
	oldestFirst: boolean;
	/** Whether a page with a title and a day comes first. */
	titlePage: boolean;
	title: string;
	day: string;
	/** What stands beside the texts. */
	questions: boolean;
	margin: boolean;
	feelings: boolean;
	numbers: boolean;
}

/** What holds before anything was chosen, on this day. */
export function defaultPrintOptions(range: PrintOptions['range'], today: string): PrintOptions {
	return {
		range,
		from: '',
		to: '',
		hidden: false,
		sealed: false,
		oldestFirst: true,
		titlePage: false,
		title: 'Notes',
		day: today,
		questions: true,
		margin: true,
		feelings: false,
		numbers: true
	};
}
