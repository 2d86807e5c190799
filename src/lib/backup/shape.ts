import { BackupError } from './backup-error';
import { MAX_LINE_LENGTH } from './limits';

/**
 * Reads one value of a file: returns it as what it must be, made anew, or throws `damaged`. Nothing of what the
 * file says goes through but what a shape names.
 */
export interface Shape<T> {
	(value: unknown): T;
	/** The names of all fields within, however deep. */
	readonly names: readonly string[];
}

function shape<T>(names: readonly string[], read: (value: unknown) => T): Shape<T> {
	return Object.assign(read, { names });
}

function refuse(why: string): never {
	throw new BackupError('damaged', why);
}

/** An object of exactly these fields, each of its shape. */
export function fields<T extends object>(shapes: { [K in keyof T]-?: Shape<T[K]> }): Shape<T> {
	const own = Object.entries<Shape<unknown>>(shapes);
	const names = own.flatMap(([name, { names }]) => [name, ...names]);
	return shape(names, (value) => {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) {
			refuse('not an object');
		}
		if (Object.keys(value).length !== own.length) refuse('fields that do not belong, or too few');
		const made: Record<string, unknown> = {};
		for (const [name, read] of own) {
			if (!Object.hasOwn(value, name)) refuse(`no ${name}`);
			made[name] = read((value as Record<string, unknown>)[name]);
		}
		return made as T;
	});
}

/** A list of values of one shape; `key` says by what no two of them may be the same. */
export function list<T>(of: Shape<T>, key?: (value: T) => unknown): Shape<T[]> {
	return shape(of.names, (value) => {
		if (!Array.isArray(value)) return refuse('not a list');
		const made = value.map((one) => of(one));
		if (key && new Set(made.map(key)).size !== made.length) refuse('the same twice');
		return made;
	});
}

export function nullOr<T>(of: Shape<T>): Shape<T | null> {
	return shape(of.names, (value) => (value === null ? null : of(value)));
}

/** One of these strings or numbers. */
export function oneOf<const T extends string | number>(all: readonly T[]): Shape<T> {
	return shape([], (value) => all.find((one) => one === value) ?? refuse('not one of them'));
}

export const flag: Shape<boolean> = shape([], (value) =>
	typeof value === 'boolean' ? value : refuse('neither true nor false')
);

/** A text of any length. */
export const text: Shape<string> = shape([], (value) =>
	typeof value === 'string' ? value : refuse('not a text')
);

/** A name, a question, a tag. */
export const line: Shape<string> = shape([], (value) =>
	typeof value === 'string' && value.length <= MAX_LINE_LENGTH ? value : refuse('not a line')
);

/** A number from `least` to `most`. */
export function number(least: number, most: number): Shape<number> {
	return shape([], (value) =>
		// What is not a number compares as false.
		typeof value === 'number' && value >= least && value <= most
			? value
			: refuse('not such a number')
	);
}

/** An id as they are made here: it is looked up in the database, and tells the shard of the manifest. */
export const id: Shape<string> = shape([], (value) =>
	typeof value === 'string' && /^[0-9a-f]{32}$/.test(value) ? value : refuse('not an id')
);

/** A calendar day that there is, of a year of four digits. */
export const day: Shape<string> = shape([], (value) =>
	typeof value === 'string' && isDay(value) ? value : refuse('not a day')
);

function isDay(value: string): boolean {
	if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
	const date = new Date(`${value}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
