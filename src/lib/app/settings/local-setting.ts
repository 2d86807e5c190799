/**
 * A choice that this browser keeps in clear, as it is needed before anything is unlocked and says nothing of what is
 * written. Its values are words; the first one holds until another is chosen, and is not kept.
 */
export class LocalSetting<Value extends string> {
	readonly #name: string;
	readonly #values: readonly [Value, ...Value[]];
	/** Holds for this visit where the browser refuses to keep anything. */
	#fallback: Value | null = null;

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
	get value(): Value {
		const stored = this.#fallback ?? this.#read();
		return this.#values.find((value) => value === stored) ?? this.#values[0];
	}

	set(value: Value): void {
		this.#fallback = null;
		try {
			if (value === this.#values[0]) localStorage.removeItem(this.#key);
			else localStorage.setItem(this.#key, value);
		} catch {
			this.#fallback = value; // storage denied or full
		}
	}

	get #key(): string {
		return `own-voice:${this.#name}`;
	}

	#read(): string | null {
		try {
			return localStorage.getItem(this.#key);
		} catch {
			return null; // storage denied, or a page that is being built
		}
	}
}
