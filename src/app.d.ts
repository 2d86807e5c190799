declare global {
	/** The version that package.json says; the build puts it in. */
	const __APP_VERSION__: string;

	namespace App {
		/** What a page keeps with its place in the browser's history: never a word of the writer's. */
		interface PageState {
			/** The random id of the entry being written or read. */
			entry?: string;
			/** The writer asked to go on with that entry, from its own page. */
			goOn?: boolean;
			/** The writer asked for a new page, whatever was begun before. */
			anew?: boolean;
			/** The sitting at this place is over; nothing is taken up from here again. */
			ended?: boolean;
			/** The random id of the entry that is laid beside it. */
			other?: string;
			/** The random ids of the entries that were chosen, to be printed or taken out. */
			chosen?: readonly string[];
			/** The question a new entry answers, or the section that is read, as `promptRef` writes it: `4.7`. */
			question?: string;
			/** The random id of a question of the writer's own that a new entry answers. */
			own?: string;
			/** The kind of letter a new entry is, by its place in `letterKinds`. */
			letter?: number;
			/** The random id of a kept companion that is edited. */
			companion?: string;
			/** The month that is looked at, as in `2026-11`. */
			month?: string;
			/** The calendar shows the whole year of that month. */
			wholeYear?: boolean;
			/** The day of that month whose pages are listed. */
			day?: number;
		}
	}
}

export {};
