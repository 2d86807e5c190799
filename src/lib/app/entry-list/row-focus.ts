import { tick } from 'svelte';

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

/**
 * Keyboard focus in a list whose rows are in the document only while they are visible. Each row has its index in
 * `data-line`; `scrollTo` scrolls to a row, so that it is rendered.
 */
export class RowFocus {
	readonly #list: HTMLElement;
	readonly #scrollTo: (index: number) => void;
	/** The row that is being moved to; keys pressed meanwhile count from there. */
	targetIndex: number | null = null;
	#runCount = 0;

	constructor(list: HTMLElement, scrollTo: (index: number) => void) {
		this.#list = list;
		this.#scrollTo = scrollTo;
	}

	/**
	 * Focuses a row and has `position` scroll it to its place until it stays there: rows that are measured meanwhile move
	 * it, and may remove it from the document again. Stops if the person moves the focus elsewhere meanwhile.
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
				// The list holds the focus meanwhile, so that no key is lost.
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

	/** The link of a row, or its checkbox, if it is in the document and can take the focus. */
	#linkAt(index: number): HTMLElement | null {
		const link = this.#list.querySelector<HTMLElement>(`[data-line="${index}"] :is(a, input)`);
		// Virtua hides a row until it has measured it, and hidden elements take no focus.
		return link?.checkVisibility({ visibilityProperty: true }) ? link : null;
	}

	async #waitUntilRendered(index: number, isCurrent: () => boolean): Promise<void> {
		for (let frames = 0; frames < 60 && !this.#linkAt(index) && isCurrent(); frames += 1) {
			// Virtua abandons a scroll if its rows take long to be measured.
			if (frames % 15 === 0) this.#scrollTo(index);
			await tick();
			await nextFrame();
		}
	}
}
