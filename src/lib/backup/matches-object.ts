/**
 * Whether a value, made anew from a file, is what it was: every field it has is the same there. `was` may have fields
 * that the form of the file does not know.
 */
export function matchesObject(actual: unknown, expected: unknown): boolean {
	if (actual === expected) return true;
	if (
		typeof actual !== 'object' ||
		typeof expected !== 'object' ||
		actual === null ||
		expected === null
	) {
		return false;
	}
	if (Array.isArray(actual)) {
		return (
			Array.isArray(expected) &&
			actual.length === expected.length &&
			actual.every((one, index) => matchesObject(one, expected[index]))
		);
	}
	return Object.entries(actual).every(([key, value]) =>
		matchesObject(value, (expected as Record<string, unknown>)[key])
	);
}
