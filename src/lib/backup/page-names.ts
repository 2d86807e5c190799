import type { Entry } from '$lib/model/entry';
import { wallClock } from './wall-clock';

/** Names the files of pages by their days and times; two of one minute are told apart by a number. */
export class PageNames {
	readonly #given = new Map<string, number>();

	nameOf({ written }: Entry): string {
		const name = `${written.day}-${wallClock(written).slice(0, 5).replace(':', '')}`;
		const number = (this.#given.get(name) ?? 0) + 1;
		this.#given.set(name, number);
		return `pages/${name}${number === 1 ? '' : `-${number}`}.md`;
	}
}
