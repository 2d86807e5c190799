import { tick } from 'svelte';

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

/**
 * Where the keyboard stands in a list whose lines are only in the document while they are on the screen. Each line
 * carries its number in `data-line`; `scrollTo` brings one to where it is drawn.
 */
export class RowFocus {
	readonly #list: HTMLElement;
	readonly #scrollTo: (index: number) => void;
	/** The line one is on the way to; keys pressed meanwhile count from there. */
	targetIndex: number | null = null;
	#runCount = 0;

	constructor(list: HTMLElement, scrollTo: (index: number) => void) {
		this.#list = list;
		this.#scrollTo = scrollTo;
	}

	/**
	 * Gives a line the focus and has `lay` put it where it belongs, until it stays: lines that are measured meanwhile
	 * move it, and may take it out of the document again. Whoever goes elsewhere meanwhile is not fetched back.
	 */
	async focusRow(index: number, position: (line: Element) => void): Promise<void> {
		const run = (this.#runCount += 1);
		this.targetIndex = index;
		let lastFocused = document.activeElement;
		const isCurrent = (): boolean => {
			const { activeElement: active, body } = document;
			return run === this.#runCount && (active === lastFocused || active === body);
		};
		for (
			let frames = 0, stableFrames = 0;
			frames < 40 && stableFrames < 4 && isCurrent();
			frames += 1
		) {
			if (!this.#linkAt(index)) {
				// The list holds the focus, so that no key is lost on the way.
				this.#list.focus({ preventScroll: true });
				lastFocused = this.#list;
				await this.#waitUntilRendered(index, isCurrent);
			}
			const link = this.#linkAt(index);
			if (!link || !isCurrent()) break;
			stableFrames = link === document.activeElement ? stableFrames + 1 : 0;
			link.focus({ preventScroll: true });
			lastFocused = link;
			position(link.closest('[data-line]') ?? link);
			await nextFrame();
		}
		if (run === this.#runCount) this.targetIndex = null;
	}

	/** The link of a line, or its tick, when it is in the document and can take the focus. */
	#linkAt(index: number): HTMLElement | null {
		const link = this.#list.querySelector<HTMLElement>(`[data-line="${index}"] :is(a, input)`);
		// Virtua hides a line until it has measured it, and what is hidden takes no focus.
		return link?.checkVisibility({ visibilityProperty: true }) ? link : null;
	}

	async #waitUntilRendered(index: number, isCurrent: () => boolean): Promise<void> {
		for (let frames = 0; frames < 60 && !this.#linkAt(index) && isCurrent(); frames += 1) {
			// Virtua gives up a scroll when its lines take long to be measured.
			if (frames % 15 === 0) this.#scrollTo(index);
			await tick();
			await nextFrame();
		}
	}
}
