declare global {
	namespace App {
		/** What a page keeps with its place in the browser's history: never a word of the writer's. */
		interface PageState {
			/** The random id of the entry being written or read. */
			entry?: string;
			/** The question a new entry answers: section number and position, as in `4.7`. */
			question?: string;
		}
	}
}

export {};
