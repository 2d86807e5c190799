/** The print options. They live as long as the screen they were chosen on, and are stored nowhere. */
export interface PrintOptions {
	/** Which entries: those passed to the page, all, or those of some days; null while nothing is chosen. */
	range: 'selected' | 'all' | 'between' | null;
	/** The first and the last of those days, `2026-11-22`; empty leaves that end open. */
	from: string;
	to: string;
	/** Whether hidden entries are included, and time-locked ones. */
	hidden: boolean;
	sealed: boolean;
	oldestFirst: boolean;
	/** Whether a page with a title and a day comes first. */
	titlePage: boolean;
	title: string;
	day: string;
	/** Which details are printed beside the texts. */
	questions: boolean;
	margin: boolean;
	feelings: boolean;
	numbers: boolean;
}

/** The default options on this day. */
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
