/**
 * The entries of the list that are selected for a bulk action. Held in memory while the app is open, so that the
 * selection is still there after looking at one of them.
 */
class EntrySelection {
	/** Whether entries can be selected in the list. */
	isActive = $state(false);
	#ids = $state.raw<ReadonlySet<string>>(new Set());
	/** The entry that was selected last, from which a range continues. */
	#lastId: string | null = null;

	get ids(): ReadonlySet<string> {
		return this.#ids;
	}

	/** Selects or deselects an entry. */
	toggle(id: string, isSelected: boolean): void {
		this.#lastId = id;
		const next = new Set(this.#ids);
		if (isSelected) next.add(id);
		else next.delete(id);
		this.#ids = next;
	}

	/** Selects all from the last one to this, in list order. */
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

	/** Selects exactly these. */
	replace(ids: readonly string[]): void {
		this.#ids = new Set(ids);
		this.#lastId = null;
	}

	/** Ends selecting. */
	end(): void {
		this.isActive = false;
		this.replace([]);
	}
}

export const entrySelection = new EntrySelection();
