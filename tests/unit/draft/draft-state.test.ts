import { nextState, statusOf, type DraftEvent, type DraftState } from '$lib/draft/draft-state';
import { describe, expect, test } from 'vitest';

/* Every state of a draft with every event that may come: the table of its transitions. */

const error = new Error('no room');
const states: Record<string, DraftState> = {
	clean: { name: 'clean', savedAt: null },
	unsaved: { name: 'unsaved', savedAt: 1 },
	saving: { name: 'saving', savedAt: 1 },
	failed: { name: 'failed', savedAt: 1, error },
	removed: { name: 'removed', savedAt: 1 },
	discarded: { name: 'discarded', savedAt: 1 }
};
const events: Record<string, DraftEvent> = {
	'changed, behind': { type: 'changed', isBehind: true },
	'changed, as on the disk': { type: 'changed', isBehind: false },
	'save-started': { type: 'save-started' },
	'saved, behind': { type: 'saved', at: 2, isBehind: true },
	'saved, all of it': { type: 'saved', at: 2, isBehind: false },
	'save-failed': { type: 'save-failed', error },
	'reverted, behind': { type: 'reverted', isBehind: true },
	'reverted, as on the disk': { type: 'reverted', isBehind: false },
	'removed-elsewhere': { type: 'removed-elsewhere' },
	'returned, behind': { type: 'returned', isBehind: true },
	'returned, as on the disk': { type: 'returned', isBehind: false },
	discarded: { type: 'discarded' }
};
const columns = ['clean', 'unsaved', 'saving', 'failed', 'removed', 'discarded'];
/** For each event, the state that follows each of the columns. */
const table: Record<keyof typeof events, string[]> = {
	'changed, behind': ['unsaved', 'unsaved', 'saving', 'failed', 'removed', 'discarded'],
	'changed, as on the disk': ['clean', 'clean', 'saving', 'failed', 'removed', 'discarded'],
	'save-started': ['saving', 'saving', 'saving', 'failed', 'removed', 'discarded'],
	'saved, behind': ['unsaved', 'unsaved', 'unsaved', 'unsaved', 'unsaved', 'discarded'],
	'saved, all of it': ['clean', 'clean', 'clean', 'clean', 'clean', 'discarded'],
	'save-failed': ['failed', 'failed', 'failed', 'failed', 'removed', 'discarded'],
	'reverted, behind': ['clean', 'unsaved', 'saving', 'failed', 'removed', 'discarded'],
	'reverted, as on the disk': ['clean', 'unsaved', 'saving', 'clean', 'removed', 'discarded'],
	'removed-elsewhere': ['removed', 'removed', 'removed', 'removed', 'removed', 'discarded'],
	'returned, behind': ['clean', 'unsaved', 'saving', 'failed', 'unsaved', 'discarded'],
	'returned, as on the disk': ['clean', 'unsaved', 'saving', 'failed', 'clean', 'discarded'],
	discarded: ['discarded', 'discarded', 'discarded', 'discarded', 'discarded', 'discarded']
};

describe.each(Object.entries(table))('on %s', (event, names) => {
	test.each(columns.map((column, index) => [column, names[index]]))(
		'a draft that is %s becomes %s',
		(column, expected) => {
			const [before, happening] = [states[column ?? ''], events[event]];
			if (!before || !happening) throw new Error('not in the table');
			const after = nextState(before, happening);
			expect(after.name).toBe(expected);
			const isSaved = happening.type === 'saved' && before.name !== 'discarded';
			expect(after.savedAt).toBe(isSaved ? 2 : before.savedAt);
		}
	);
});

test('a person is told "saved" only of a draft that has been, and "not saved" of one that cannot be', () => {
	expect(Object.values(states).map(statusOf)).toEqual([
		'untouched',
		'unsaved',
		'saving',
		'not-saved',
		'not-saved',
		'saved'
	]);
	expect(statusOf({ name: 'clean', savedAt: 1 })).toBe('saved');
});
