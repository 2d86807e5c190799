import { JsonError } from './json-error';

/** An object or array that is read element by element: the outermost object, or one of its members. */
export class Container {
	readonly isArray: boolean;
	readonly #most: number;
	readonly #names = new Set<string>();
	#key = '';

	/** `most` is how many names an object may have: all of them are kept, to notice one that is there twice. */
	constructor(isArray: boolean, most: number) {
		this.isArray = isArray;
		this.#most = most;
	}

	/** The name that was read last; empty before the first. */
	get key(): string {
		return this.#key;
	}

	has(name: string): boolean {
		return this.#names.has(name);
	}

	/** Goes on to the member of this name. Throws a JsonError `duplicate-key` or `too-large`. */
	enter(name: string): void {
		if (this.#names.has(name)) throw new JsonError('duplicate-key', 'a name is there twice');
		if (this.#names.size >= this.#most) throw new JsonError('too-large', 'too many members');
		this.#names.add(name);
		this.#key = name;
	}
}
