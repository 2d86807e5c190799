/**
 * A setting that this browser stores unencrypted, as it is needed before unlocking and reveals nothing that is written.
 * Its values are words; the first is the default, and is not stored.
 */
export class LocalSetting<Value extends string> {
	readonly #name: string;
	readonly #values: readonly [Value, ...Value[]];
	/** Holds the value for this visit if the browser refuses to store anything. */
	#fallback: Value | null = null;

	/** `name` is the key without `own-voice:`, the prefix by which erasing finds it. */
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

	/** The chosen value; the first one if none is stored, or one that this build does not know. */
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
			return null; // storage denied, or a page that is being prerendered
		}
	}
}
