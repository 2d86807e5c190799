/**
 * Whether a value, made anew from a file, is what it was: every field it has is the same there. `was` may have fields
 * that the form of the file does not know.
 */
export function sameAs(now: unknown, was: unknown): boolean {
	if (now === was) return true;
	if (typeof now !== 'object' || typeof was !== 'object' || now === null || was === null) {
		return false;
	}
	if (Array.isArray(now)) {
		return (
			Array.isArray(was) &&
			now.length === was.length &&
			now.every((one, index) => sameAs(one, was[index]))
		);
	}
	return Object.entries(now).every(([key, value]) =>
		sameAs(value, (was as Record<string, unknown>)[key])
	);
}
