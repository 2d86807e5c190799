/**
 * What a test of a state by day and by night is tagged with: in the gate the state is looked at by day, where every page
 * is looked at both ways, and in the whole run by night as well.
 */
export function nightIsWhole(colorScheme: 'light' | 'dark'): { tag?: string } {
	return colorScheme === 'dark' ? { tag: '@whole' } : {};
}
