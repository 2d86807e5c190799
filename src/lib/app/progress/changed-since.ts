/** What was imported was changed or deleted since, so that an undo would lose that. */
export class ChangedSinceError extends Error {
	override name = 'ChangedSinceError';
}
