import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const KEPT = new URL('kept/drawn-with.txt', import.meta.url);

/**
 * The system and the browser of this machine, without what changes from week to week.
 *
 * @returns {string} for example `linux, Chromium 156`
 */
function here() {
	const program = process.env['OWN_VOICE_BROWSER'];
	if (!program) throw new Error('OWN_VOICE_BROWSER names no browser');
	const said = execFileSync(program, ['--version'], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore']
	});
	const [version = said.trim()] = /\S.*?\d+/.exec(said) ?? [];
	return `${process.platform}, ${version}`;
}

/**
 * Whether the kept pictures were drawn by another browser, or on another system, than the ones here: letters look
 * otherwise there, and comparing says nothing.
 *
 * @returns {string | null} by what they were drawn; null when it is the same
 */
export function drawnElsewhere() {
	const kept = existsSync(KEPT) ? readFileSync(KEPT, 'utf8').trim() : 'nobody knows what';
	return kept === here()
		? null
		: `the kept pictures were drawn with ${kept}, and here is ${here()}`;
}

/** Notes that the kept pictures are drawn with what is here. */
export function noteDrawnHere() {
	writeFileSync(KEPT, `${here()}\n`);
}
