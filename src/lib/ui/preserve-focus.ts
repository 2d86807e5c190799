/**
 * Attachment: whoever presses something that disappears by it is not left at the top of the document; see `restoreLostFocus`,
 * which comes a moment after the page, so that reading does not wait for it.
 */
export function preserveFocus(root: HTMLElement): () => void {
	let stop: (() => void) | null = null;
	let isRemoved = false;
	void import('./restore-lost-focus')
		.then(({ restoreLostFocus: restoreLostFocus }) => {
			if (!isRemoved) stop = restoreLostFocus(root);
		})
		// Where that part does not arrive the browser's own way with the focus is what is left.
		.catch(() => undefined);
	return () => {
		isRemoved = true;
		stop?.();
	};
}
