/** Where a person left the list for one of its pages: kept in memory, so that no history holds it. */
class LeftAt {
	#place: { id: string; top: number } | null = null;

	/** `top` is where the page's line lay, in pixels from the top of the screen. */
	at(id: string, top: number): void {
		this.#place = { id, top };
	}

	/** Returns the place, once. */
	take(): { id: string; top: number } | null {
		const place = this.#place;
		this.#place = null;
		return place;
	}
}

export const left = new LeftAt();
