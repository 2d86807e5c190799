/** Thrown if imported records were changed or deleted since, so that an undo would lose that. */
export class ChangedSinceError extends Error {
	override name = 'ChangedSinceError';
}
