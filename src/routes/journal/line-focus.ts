import { tick } from 'svelte';

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

/**
 * Where the keyboard stands in a list whose lines are only in the document while they are on the screen. Each line
 * carries its number in `data-line`; `scrollTo` brings one to where it is drawn.
 */
export class LineFocus {
	readonly #list: HTMLElement;
	readonly #scrollTo: (index: number) => void;
	/** The line one is on the way to; keys pressed meanwhile count from there. */
	heading: number | null = null;
	#ways = 0;

	constructor(list: HTMLElement, scrollTo: (index: number) => void) {
		this.#list = list;
		this.#scrollTo = scrollTo;
	}

	/**
	 * Gives a line the focus and has `lay` put it where it belongs, until it stays: lines that are measured meanwhile
	 * move it, and may take it out of the document again. Whoever goes elsewhere meanwhile is not fetched back.
	 */
	async settle(index: number, lay: (line: Element) => void): Promise<void> {
		const way = (this.#ways += 1);
		this.heading = index;
		let held = document.activeElement;
		const goesOn = (): boolean => {
			const { activeElement: active, body } = document;
			return way === this.#ways && (active === held || active === body);
		};
		for (let frames = 0, still = 0; frames < 40 && still < 4 && goesOn(); frames += 1) {
			if (!this.#linkAt(index)) {
				// The list holds the focus, so that no key is lost on the way.
				this.#list.focus({ preventScroll: true });
				held = this.#list;
				await this.#drawn(index, goesOn);
			}
			const link = this.#linkAt(index);
			if (!link || !goesOn()) break;
			still = link === document.activeElement ? still + 1 : 0;
			link.focus({ preventScroll: true });
			held = link;
			lay(link.closest('[data-line]') ?? link);
			await nextFrame();
		}
		if (way === this.#ways) this.heading = null;
	}

	/** The link of a line, or its tick, when it is in the document and can take the focus. */
	#linkAt(index: number): HTMLElement | null {
		const link = this.#list.querySelector<HTMLElement>(`[data-line="${index}"] :is(a, input)`);
		// Virtua hides a line until it has measured it, and what is hidden takes no focus.
		return link?.checkVisibility({ visibilityProperty: true }) ? link : null;
	}

	async #drawn(index: number, goesOn: () => boolean): Promise<void> {
		for (let frames = 0; frames < 60 && !this.#linkAt(index) && goesOn(); frames += 1) {
			// Virtua gives up a scroll when its lines take long to be measured.
			if (frames % 15 === 0) this.#scrollTo(index);
			await tick();
			await nextFrame();
		}
	}
}
