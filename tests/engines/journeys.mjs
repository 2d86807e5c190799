import { copy, leave } from './journeys-of-a-copy.mjs';
import { again, page, tabs } from './journeys-of-a-page.mjs';
import { offline } from './journeys-offline.mjs';
import { lock } from './journeys-through-the-lock.mjs';

/**
 * @typedef {object} Journey
 * @property {string} name as the table has it
 * @property {(visit: import('./visit.mjs').Visit) => Promise<void>} walk throws when something on it is not as it
 *   has to be; a Lack, when the engine cannot go there
 */

/**
 * The journeys, in groups: each group begins with an empty browser, and each journey in it where the one before it
 * ended. One whose browser is started anew on what it kept is `kept`.
 *
 * @type {{ journeys: Journey[], kept?: boolean }[]}
 */
export const groups = [
	{ journeys: page },
	{ journeys: again, kept: true },
	{ journeys: lock },
	{ journeys: copy },
	{ journeys: tabs },
	{ journeys: offline },
	{ journeys: leave }
];
