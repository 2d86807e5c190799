import { KeptChoice } from '../kept-choice';
import type { Wanted } from './key-wanted';

/** Whether single keys open anything at all: a person who speaks to their device, or whose hands slip, turns them off. */
export const keysWork = new KeptChoice('keys', ['on', 'off']);

let shown = $state<Wanted | null>(null);

/** What the keys, or a button that does the same, have opened. */
export const keysShown = {
	get now(): Wanted | null {
		return shown;
	},
	open(wanted: Wanted): void {
		shown = wanted;
	},
	close(): void {
		shown = null;
	}
};
