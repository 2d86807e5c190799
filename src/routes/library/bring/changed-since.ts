/** What was brought was changed or removed since, so that taking it back would lose that. */
export class ChangedSince extends Error {
	override name = 'ChangedSince';
}
