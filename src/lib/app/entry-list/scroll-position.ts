/** The scroll position at which a person left the list for an entry: in memory only, so that no history holds it. */
class ScrollPosition {
	#position: { id: string; top: number } | null = null;

	/** `top` is where the entry's row was, in pixels from the top of the screen. */
	save(id: string, top: number): void {
		this.#position = { id, top };
	}

	/** Returns the position once, and clears it. */
	take(): { id: string; top: number } | null {
		const position = this.#position;
		this.#position = null;
		return position;
	}
}

export const scrollPosition = new ScrollPosition();
