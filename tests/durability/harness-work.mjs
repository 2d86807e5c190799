/*
 * What is going on in the harness when the browser is killed, and what must be true of the disk after that. Each has
 * `run`, which starts it, returns what the page said in time, and is killed; and `faults`, which takes what was said
 * and what the disk holds, and returns what is wrong in words.
 */

/**
 * @typedef {object} Journal what is known of the journal between two kills
 * @property {number} opens the number of a secret that opens it
 * @property {number} last the last number that was given to a secret
 * @property {Map<string, string>} texts every entry that is known to be there, by id
 *
 * @typedef {object} Found what the disk holds
 * @property {number | null} epoch of the header; null where there is none
 * @property {number | null} format of the header
 * @property {number} slots how many could count
 * @property {number} proofs how many of those bear a proof
 * @property {number[]} epochs of all records
 * @property {number[]} openedBy numbers of the secrets that open it
 * @property {number} damage how many records do not open
 * @property {Record<string, string>} texts of every entry, by id
 *
 * @typedef {object} Work
 * @property {string} name what is going on, as the table says it
 * @property {(journal: Journal) => [string, ...number[]]} start the harness's function, with what it is given
 * @property {(said: Record<string, any>[], found: Found, journal: Journal) => string[]} faults
 * @property {number} [again] it is started anew after the kill, and killed again within so many milliseconds
 */

/** How many entries one file brings. */
const MANY = 300;

/**
 * All of so many entries must have come, or none; all of them where the page said so.
 *
 * @type {Work['faults']}
 */
function allOrNone(said, found, journal) {
	const came = Object.keys(found.texts).length - journal.texts.size;
	if (came !== 0 && came !== MANY) return [`${came} of ${MANY} entries came`];
	return came === 0 && said.some((one) => one.came) ? ['what had come is gone'] : [];
}

/** @type {Work} */
export const saving = {
	name: 'saving, without a pause',
	start: ({ opens }) => ['saving', opens],
	faults(said, found) {
		/** @type {Map<string, string>} */
		const kept = new Map(said.filter((one) => one.kept).map((one) => [one.kept, one.text]));
		return [...kept].flatMap(([id, text]) =>
			// The save after the last one that was said may be there too.
			found.texts[id]?.startsWith(text) ? [] : [`a save that was said is lost: ${text}`]
		);
	}
};

/**
 * Half a record that the first kill leaves must not come to stand before what is saved until the second.
 *
 * @type {Work}
 */
export const savingTwice = { ...saving, name: 'saving, killed again after the start', again: 500 };

/** @type {Work} */
export const addingWay = {
	name: 'adding a way in',
	start: ({ opens, last }) => ['adding', opens, last + 1],
	faults(said, found, { opens, last }) {
		const counts = found.openedBy.includes(last + 1);
		return [
			...(found.openedBy.includes(opens) ? [] : ['the way in that was there is lost']),
			...(said.some((one) => one.added) && !counts ? ['a way in that was added is lost'] : [])
		];
	}
};

/** @type {Work} */
export const upgrading = {
	name: 'taking it over from format 1',
	start: ({ opens }) => ['upgrading', opens],
	faults(said, { format, slots, proofs, openedBy }, { opens }) {
		const whole = (format === 1 && proofs === 0) || (format === 2 && proofs === slots);
		return [
			...(whole ? [] : [`format ${format} with ${proofs} proofs of ${slots}`]),
			...(openedBy.includes(opens) ? [] : ['the way in that was there is lost']),
			...(said.some((one) => one.upgraded) && format !== 2
				? ['a journal that was taken over is not']
				: [])
		];
	}
};

/** @type {Work} */
export const resealing = {
	name: 'sealing all of it anew',
	start: ({ opens, last }) => ['resealing', opens, last + 1],
	faults(said, found, { opens, last }) {
		const renewed = found.openedBy.includes(last + 1);
		return [
			...(renewed && found.openedBy.includes(opens) ? ['old and new secret open it'] : []),
			...(!renewed && said.some((one) => one.resealed) ? ['a new key is lost'] : [])
		];
	}
};

/** @type {Work} */
export const bringingIn = {
	name: 'bringing in a file',
	start: ({ opens }) => ['bringingIn', opens, MANY],
	faults: allOrNone
};

/** @type {Work} */
export const bringingBack = {
	name: 'restoring a backup',
	start: ({ opens }) => ['bringingBack', opens, MANY],
	faults: allOrNone
};

/**
 * What must be true whatever was going on.
 *
 * @param {Found} found
 * @param {Journal} journal as it was before
 * @returns {string[]} what is not
 */
export function wholeFaults(found, { texts }) {
	const gone = [...texts].filter(([id, text]) => !found.texts[id]?.startsWith(text));
	return [
		...(found.epoch === null ? ['there is no journal any more'] : []),
		...(found.openedBy.length === 0 ? ['nothing opens it'] : []),
		...(found.epochs.some((epoch) => epoch !== found.epoch) ? ['records of two keys'] : []),
		...(found.damage ? [`${found.damage} records do not open`] : []),
		...(gone.length > 0 ? [`${gone.length} entries of before are gone`] : [])
	];
}
