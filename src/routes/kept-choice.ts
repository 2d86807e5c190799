/**
 * A choice that this browser keeps in clear, as it is needed before anything is unlocked and says nothing of what is
 * written. Its values are words; the first one holds until another is chosen, and is not kept.
 */
export class KeptChoice<Value extends string> {
	readonly #name: string;
	readonly #values: readonly [Value, ...Value[]];
	/** Holds for this visit where the browser refuses to keep anything. */
	#memory: Value | null = null;

	/** `name` is the key without `own-voice:`, by which letting go finds it. */
	constructor(name: string, values: readonly [Value, ...Value[]]) {
		this.#name = name;
		this.#values = values;
	}

	get name(): string {
		return this.#name;
	}
	get values(): readonly Value[] {
		return this.#values;
	}

	/** What is chosen; the first value where nothing is, or nothing that this build knows. */
	get chosen(): Value {
		const kept = this.#memory ?? this.#kept();
		return this.#values.find((value) => value === kept) ?? this.#values[0];
	}

	choose(value: Value): void {
		this.#memory = null;
		try {
			if (value === this.#values[0]) localStorage.removeItem(this.#key);
			else localStorage.setItem(this.#key, value);
		} catch {
			this.#memory = value; // storage denied or full
		}
	}

	get #key(): string {
		return `own-voice:${this.#name}`;
	}

	#kept(): string | null {
		try {
			return localStorage.getItem(this.#key);
		} catch {
			return null; // storage denied, or a page that is being built
		}
	}
}
