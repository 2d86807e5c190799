/**
 * Which pages of the list are chosen, to do one thing with all of them. Kept in memory while the app is open, so
 * that whoever looks into one of them comes back to the same choice.
 */
class Choosing {
	/** Whether the list is one to choose from. */
	on = $state(false);
	#ids = $state.raw<ReadonlySet<string>>(new Set());
	/** The one that was chosen last, from where a range goes on. */
	#last: string | null = null;

	get ids(): ReadonlySet<string> {
		return this.#ids;
	}

	/** Chooses a page, or not any more. */
	turn(id: string, wanted: boolean): void {
		this.#last = id;
		const next = new Set(this.#ids);
		if (wanted) next.add(id);
		else next.delete(id);
		this.#ids = next;
	}

	/** Chooses all from the last one to this, as they are listed. */
	upTo(id: string, listed: readonly string[]): void {
		const from = this.#last === null ? -1 : listed.indexOf(this.#last);
		const to = listed.indexOf(id);
		if (from < 0 || to < 0) {
			this.turn(id, true);
			return;
		}
		const range = listed.slice(Math.min(from, to), Math.max(from, to) + 1);
		this.#ids = new Set([...this.#ids, ...range]);
		this.#last = id;
	}

	/** Chooses exactly these. */
	only(ids: readonly string[]): void {
		this.#ids = new Set(ids);
		this.#last = null;
	}

	/** Ends choosing. */
	end(): void {
		this.on = false;
		this.only([]);
	}
}

export const choosing = new Choosing();
