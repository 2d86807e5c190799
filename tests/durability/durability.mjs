/*
 * Kills browsers, each its whole process group at once, and looks at what the disk holds: nothing that was said to be
 * saved may be lost, every record must open, every change of many records must be there or not at all, and of what was
 * being typed at most two seconds may be missing.
 *
 *   npm run test:durability -- [kills in each browser, 100 unless said] [chromium|chromium-sqlite|firefox] [upgrading]
 *   npm run test:durability -- 300 twice [chromium|chromium-sqlite]
 *   npm run test:durability -- 50 moving
 *
 * `upgrading` kills at nothing but taking a journal over from format 1; `twice` kills in the middle of saves alone,
 * starts, and kills again at most half a second later; `moving` kills Chromium while it moves its store from LevelDB to
 * SQLite.
 *
 * The seed is printed; SEED=… runs the same work again, with the same moments as far as a machine repeats itself.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { ensureBuilt } from '../../scripts/ensure-built.mjs';
import { projectRoot } from '../../scripts/run.mjs';
import { startServer } from '../../scripts/serve.mjs';
import { findFirefox } from '../../scripts/find-firefox.mjs';
import { kinds, numbersFrom, openHarness, seed } from './killed-browser.mjs';
import {
	addingWay,
	bringingBack,
	bringingIn,
	resealing,
	saving,
	savingTwice,
	upgrading
} from './harness-work.mjs';
import { killAtWork, newJournal } from './kill-at-work.mjs';
import { journalToMove, killWhileMoving } from './kill-while-moving.mjs';
import { killWhileTyping } from './kill-while-typing.mjs';

/** What is going on at each kill, over and over; typing needs no harness. */
const typing = null;
const ROUND = [
	typing,
	saving,
	resealing,
	typing,
	bringingIn,
	savingTwice,
	bringingBack,
	typing,
	resealing,
	addingWay,
	upgrading
];

/** What is killed at in the modes that try one thing alone. */
const ALONE = new Map([
	['twice', [savingTwice]],
	['upgrading', [upgrading]]
]);
const MODES = ['moving', ...ALONE.keys()];

const [kills = '100', ...chosen] = process.argv.slice(2);
const mode = MODES.find((one) => chosen.includes(one)) ?? 'all';
const only = mode === 'moving' ? 'chromium-moving' : chosen.find((one) => one !== mode);
const round = ALONE.get(mode) ?? ROUND;
const root = projectRoot(import.meta.resolve('../../scripts/run.mjs'));
await ensureBuilt(root);
const { url: app, close } = await startServer({ root: join(root, 'build'), port: 0 });
let faults = 0;
try {
	for (const kind of kinds) {
		if (!isTried(kind)) continue;
		if (kind === 'firefox' && findFirefox() === null) {
			console.log('\nNOT RUN in Firefox: none is installed (OWN_VOICE_FIREFOX may name one).');
			continue;
		}
		faults += await killMany(kind, Number(kills));
	}
} finally {
	await close();
}
process.exitCode = faults > 0 ? 1 : 0;

/** @param {import('./killed-browser.mjs').Kind} kind */
function isTried(kind) {
	if (only) return only === kind;
	// Both stores of Chromium for what one of them is known to lose; else the coming one where it is asked for.
	return mode === 'twice'
		? ['chromium', 'chromium-sqlite'].includes(kind)
		: ['chromium', 'firefox'].includes(kind);
}

/**
 * @param {import('./killed-browser.mjs').Kind} kind
 * @param {number} count
 * @returns {Promise<number>} how many kills had a fault
 */
async function killMany(kind, count) {
	const browser = await openHarness(kind);
	/** @type {Map<string, { kills: number, faults: number, note: string }>} */
	const table = new Map();
	let lost = 0;
	/** @type {Awaited<ReturnType<typeof journalToMove>> | null} */
	let toMove = null;
	try {
		if (mode === 'moving') toMove = await journalToMove(browser);
		const journal = toMove?.journal ?? (await newJournal(browser));
		const pages = { address: app, before: '' };
		console.log(`\n${kind}, ${count} kills, seed ${seed}`);
		for (let turn = 0; turn < count; turn += 1) {
			const work = round[turn % round.length];
			const random = numbersFrom(seed + turn);
			const outcome = toMove
				? await killWhileMoving(browser, toMove, random)
				: work
					? await killAtWork(browser, work, journal, random)
					: await killWhileTyping(browser, pages, seed + turn);
			if ('lost' in outcome) lost = Math.max(lost, outcome.lost);
			const name = toMove ? 'a move to the other store' : (work?.name ?? 'typing in the app');
			const line = table.get(name) ?? { kills: 0, faults: 0 };
			line.kills += 1;
			if (outcome.faults.length > 0) line.faults += 1;
			table.set(name, line);
			console.log(`${turn + 1}: ${name}, ${outcome.said}: ${outcome.faults.join('; ') || 'whole'}`);
			// Whatever comes after a fault says nothing any more.
			if (outcome.faults.length > 0) break;
		}
	} finally {
		await browser.end([...table.values()].some(({ faults }) => faults > 0));
		if (toMove) await rm(toMove.kept, { recursive: true, force: true });
	}
	const all = [...table].map(([name, line]) => ({ during: name, ...line }));
	console.table(all);
	if (mode === 'all') console.log(`Longest time of typing that was lost: ${lost} ms.`);
	return all.reduce((sum, line) => sum + line.faults, 0);
}
