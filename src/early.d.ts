interface Window {
	/** Set by static/early.js, before the app. */
	ownVoiceEarly?: {
		/** The page is alive: gives it the tap that was held for it, if there was one. */
		alive(): void;
	};
}
