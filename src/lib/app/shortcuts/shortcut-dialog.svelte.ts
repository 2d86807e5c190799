import { LocalSetting } from '$lib/app/settings/local-setting';
import type { Shortcut } from './shortcut-for';

/** Whether single keys open anything at all: a person who speaks to their device, or whose hands slip, turns them off. */
export const shortcutsSetting = new LocalSetting('keys', ['on', 'off']);

let opened = $state<Shortcut | null>(null);

/** What the keys, or a button that does the same, have opened. */
export const shortcutDialog = {
	get current(): Shortcut | null {
		return opened;
	},
	open(shortcut: Shortcut): void {
		opened = shortcut;
	},
	close(): void {
		opened = null;
	}
};
