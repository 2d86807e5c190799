import { places, type Place } from './places';

const PLACE = 'own-voice:place';
/** static/cover.js reads the same key. */
const SHIFT = 'own-voice:shift';

/** How a person leaves quickly: kept in this browser as it is, because it is needed before anything is opened. */
class Leaving {
	#place = $state.raw<Place>(places[0]);
	#shift = $state(true);

	get place(): Place {
		return this.#place;
	}
	/** Whether Shift three times leaves too, where there are keys. */
	get shift(): boolean {
		return this.#shift;
	}

	/** Takes in what this browser keeps. Prerendered pages carry the choices of somebody who made none. */
	recall(): void {
		const kept = window.ownVoiceCover?.recall(PLACE);
		this.#place = places.find(({ id }) => id === kept) ?? places[0];
		this.#shift = window.ownVoiceCover?.recall(SHIFT) !== 'off';
	}

	choosePlace(id: string): void {
		window.ownVoiceCover?.keep(PLACE, id === places[0].id ? null : id);
		this.recall();
	}

	chooseShift(on: boolean): void {
		window.ownVoiceCover?.keep(SHIFT, on ? null : 'off');
		this.recall();
	}
}

export const leaving = new Leaving();
