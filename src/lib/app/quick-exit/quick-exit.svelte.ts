import { exitSites, type ExitSite } from './exit-sites';

const SITE_KEY = 'own-voice:place';
/** static/cover.js reads the same key. */
const SHIFT_KEY = 'own-voice:shift';

/** How a person leaves quickly: kept in this browser as it is, because it is needed before anything is opened. */
class QuickExit {
	#site = $state.raw<ExitSite>(exitSites[0]);
	#shiftEnabled = $state(true);

	get site(): ExitSite {
		return this.#site;
	}
	/** Whether Shift three times leaves too, where there are keys. */
	get shiftEnabled(): boolean {
		return this.#shiftEnabled;
	}

	/** Takes in what this browser keeps. Prerendered pages carry the choices of somebody who made none. */
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
