/** Where a person left the list for one of its pages: kept in memory, so that no history holds it. */
class ScrollPosition {
	#position: { id: string; top: number } | null = null;

	/** `top` is where the page's line lay, in pixels from the top of the screen. */
	save(id: string, top: number): void {
		this.#position = { id, top };
	}

	/** Returns the place, once. */
	take(): { id: string; top: number } | null {
		const position = this.#position;
		this.#position = null;
		return position;
	}
}

export const scrollPosition = new ScrollPosition();
