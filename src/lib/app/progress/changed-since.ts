/** What was brought was changed or removed since, so that taking it back would lose that. */
export class ChangedSinceError extends Error {
	override name = 'ChangedSince';
}
