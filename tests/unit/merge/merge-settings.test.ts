import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '$lib/model/settings';
import { mergeSettings, revertSettings } from '$lib/merge/merge-settings';
import { settings as carriedSettings } from '../backup/journals';

const anySettings = carriedSettings.map((carried) => ({ ...defaultSettings, ...carried }));

describe('choices', () => {
	test('all hold where nothing was written yet', () => {
		fc.assert(
			fc.property(anySettings, (theirs) => {
				expect(mergeSettings(defaultSettings, theirs, true)).toEqual(theirs);
			})
		);
	});

	test('those made here hold, and none is taken that says how this device locks or shows', () => {
		fc.assert(
			fc.property(anySettings, anySettings, (mine, theirs) => {
				const next = mergeSettings(mine, theirs, false);
				const { lockAfter, lockHidden, coverAway, spellcheck, showWriting, opened } = mine;
				expect(next).toMatchObject({
					...{ lockAfter, lockHidden, coverAway, spellcheck, showWriting, opened }
				});
				expect(new Set(next.marked)).toEqual(new Set([...mine.marked, ...theirs.marked]));
				if (mine.minutes !== defaultSettings.minutes) expect(next.minutes).toBe(mine.minutes);
				else expect(next.minutes).toBe(theirs.minutes);
			})
		);
	});

	test('what was taken is taken back, and what was chosen since stays', () => {
		fc.assert(
			fc.property(anySettings, anySettings, fc.boolean(), (mine, theirs, first) => {
				const next = mergeSettings(mine, theirs, first);
				expect(revertSettings(next, mine, next)).toEqual(mine);
				const chosen = { ...next, minutes: 7, marked: [...next.marked, 'since'] };
				const back = revertSettings(chosen, mine, next);
				expect(back).toEqual({ ...mine, minutes: 7, marked: [...mine.marked, 'since'] });
			})
		);
	});
});
