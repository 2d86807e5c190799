/**
 * The state of a draft:
 * - `clean`: nothing to save
 * - `unsaved`: changed, and about to be saved
 * - `saving`: on its way to the disk
 * - `failed`: a save has failed, and none has succeeded since
 * - `removed`: its entry was deleted in another tab; a person decides what becomes of the text
 * - `discarded`: dropped for good
 *
 * `savedAt` is when the text last reached the disk, in milliseconds; null before it did.
 */
export type DraftState = { savedAt: number | null } & (
	| { name: 'clean' | 'unsaved' | 'saving' | 'removed' | 'discarded' }
	| { name: 'failed'; error: unknown }
);

/** An event in the life of a draft. `isBehind`: something of it is not on the disk by then. */
export type DraftEvent =
	| { type: 'changed'; isBehind: boolean }
	| { type: 'save-started' }
	| { type: 'saved'; at: number; isBehind: boolean }
	| { type: 'save-failed'; error: unknown }
	/** A change whose save failed was undone. */
	| { type: 'reverted'; isBehind: boolean }
	| { type: 'removed-elsewhere' }
	/** The entry is there again, or the text goes on as a new one. */
	| { type: 'returned'; isBehind: boolean }
	| { type: 'discarded' };

/** The state that follows an event. Events that mean nothing in a state leave it as it is. */
export function nextState(state: DraftState, event: DraftEvent): DraftState {
	const { savedAt } = state;
	if (state.name === 'discarded') return state;
	switch (event.type) {
		case 'discarded':
			return { name: 'discarded', savedAt };
		case 'removed-elsewhere':
			return { name: 'removed', savedAt };
		case 'saved':
			return { name: event.isBehind ? 'unsaved' : 'clean', savedAt: event.at };
		case 'save-failed':
			return state.name === 'removed' ? state : { name: 'failed', savedAt, error: event.error };
		case 'save-started':
			// A failure stays visible until a save succeeds: it must not flicker while it is retried.
			return isSettled(state) ? { name: 'saving', savedAt } : state;
		case 'changed':
			return isSettled(state) ? { name: event.isBehind ? 'unsaved' : 'clean', savedAt } : state;
		case 'reverted':
			if (state.name !== 'failed' || event.isBehind) return state;
			return { name: 'clean', savedAt };
		case 'returned':
			if (state.name !== 'removed') return state;
			return { name: event.isBehind ? 'unsaved' : 'clean', savedAt };
	}
}

function isSettled({ name }: DraftState): boolean {
	return name === 'clean' || name === 'unsaved';
}

/**
 * The status of saving, as a person is told of it: `untouched` as it was opened, `unsaved`, `saving`, `saved`, or
 * `not-saved` where a save has failed or cannot be made.
 */
export type SaveStatus = 'untouched' | 'unsaved' | 'saving' | 'saved' | 'not-saved';

/** Returns the status of a state. */
export function statusOf({ name, savedAt }: DraftState): SaveStatus {
	switch (name) {
		case 'clean':
		case 'discarded':
			return savedAt === null ? 'untouched' : 'saved';
		case 'failed':
		case 'removed':
			return 'not-saved';
		default:
			return name;
	}
}
