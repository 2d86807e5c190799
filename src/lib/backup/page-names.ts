import type { Entry } from '$lib/model/entry';
import { formatWallTime } from './wall-clock';

/** Names the files of pages by their days and times; two of one minute are told apart by a number. */
export class EntryFileNames {
	readonly #counts = new Map<string, number>();

	nameFor({ written }: Entry): string {
		const name = `${written.day}-${formatWallTime(written).slice(0, 5).replace(':', '')}`;
		const number = (this.#counts.get(name) ?? 0) + 1;
		this.#counts.set(name, number);
		return `pages/${name}${number === 1 ? '' : `-${number}`}.md`;
	}
}
