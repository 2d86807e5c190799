import { LocalSetting } from '$lib/app/settings/local-setting';
import type { Shortcut } from './shortcut-for';

/** Whether single keys open anything: people who use voice control, or whose hands slip, turn them off. */
export const shortcutsSetting = new LocalSetting('keys', ['on', 'off']);

let opened = $state<Shortcut | null>(null);

/** The dialog opened by a key, or by a button that does the same. */
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
