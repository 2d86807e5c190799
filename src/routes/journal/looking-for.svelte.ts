/**
 * What is looked for in the journal. Kept in memory while the app is open, so that whoever comes back from a
 * page finds their search, and no address and no history holds it.
 */
class LookingFor {
	query = $state('');
	/** The number of the part that is looked in; empty for all. */
	part = $state('');
	/** The words with small differences that were looked for as well. */
	nearWords = $state.raw<readonly string[]>([]);

	get something(): boolean {
		return this.query.trim() !== '' || this.part !== '';
	}
}

export const lookingFor = new LookingFor();
