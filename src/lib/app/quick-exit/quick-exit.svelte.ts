import { exitSites, type ExitSite } from './exit-sites';

const SITE_KEY = 'own-voice:place';
/** static/cover.js reads the same key. */
const SHIFT_KEY = 'own-voice:shift';

/** The settings of the quick exit: stored unencrypted in this browser, because they are needed before unlocking. */
class QuickExit {
	#site = $state.raw<ExitSite>(exitSites[0]);
	#shiftEnabled = $state(true);

	get site(): ExitSite {
		return this.#site;
	}
	/** Whether pressing Shift three times leaves too, where there is a keyboard. */
	get shiftEnabled(): boolean {
		return this.#shiftEnabled;
	}

	/** Loads the stored settings. Prerendered pages have the defaults. */
	load(): void {
		const storedId = window.ownVoiceCover?.recall(SITE_KEY);
		this.#site = exitSites.find(({ id }) => id === storedId) ?? exitSites[0];
		this.#shiftEnabled = window.ownVoiceCover?.recall(SHIFT_KEY) !== 'off';
	}

	setSite(id: string): void {
		window.ownVoiceCover?.keep(SITE_KEY, id === exitSites[0].id ? null : id);
		this.load();
	}

	setShiftEnabled(on: boolean): void {
		window.ownVoiceCover?.keep(SHIFT_KEY, on ? null : 'off');
		this.load();
	}
}

export const quickExit = new QuickExit();
