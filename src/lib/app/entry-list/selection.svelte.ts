/**
 * Which pages of the list are chosen, to do one thing with all of them. Kept in memory while the app is open, so
 * that whoever looks into one of them comes back to the same choice.
 */
class EntrySelection {
	/** Whether the list is one to choose from. */
	isActive = $state(false);
	#ids = $state.raw<ReadonlySet<string>>(new Set());
	/** The one that was chosen last, from where a range goes on. */
	#lastId: string | null = null;

	get ids(): ReadonlySet<string> {
		return this.#ids;
	}

	/** Chooses a page, or not any more. */
	toggle(id: string, isSelected: boolean): void {
		this.#lastId = id;
		const next = new Set(this.#ids);
		if (isSelected) next.add(id);
		else next.delete(id);
		this.#ids = next;
	}

	/** Chooses all from the last one to this, as they are listed. */
	selectUpTo(id: string, listed: readonly string[]): void {
		const from = this.#lastId === null ? -1 : listed.indexOf(this.#lastId);
		const to = listed.indexOf(id);
		if (from < 0 || to < 0) {
			this.toggle(id, true);
			return;
		}
		const range = listed.slice(Math.min(from, to), Math.max(from, to) + 1);
		this.#ids = new Set([...this.#ids, ...range]);
		this.#lastId = id;
	}

	/** Chooses exactly these. */
	replace(ids: readonly string[]): void {
		this.#ids = new Set(ids);
		this.#lastId = null;
	}

	/** Ends choosing. */
	end(): void {
		this.isActive = false;
		this.replace([]);
	}
}

export const entrySelection = new EntrySelection();
