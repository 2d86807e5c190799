interface Window {
	/** Set by static/cover.js, before the app. */
	ownVoiceCover?: {
		/** Saves what is not on the disk yet. Leaving waits for it, but not for long. */
		saveFirst: (() => Promise<unknown>) | null;
		/** Whether the cover lies over the app. */
		readonly covered: boolean;
		/** Whether this device has a pointer and keys of its own, so that Shift three times can work. */
		readonly hasShift: boolean;
		/** What `keep` was given for a key; null if nothing. */
		recall(key: string): string | null;
		/** Keeps a value in this browser as it is, or in this document where the browser refuses. */
		keep(key: string, value: string | null): void;
	};
}
