/**
 * An attachment that keeps the focus: pressing something that then disappears does not put the focus back to the top of
 * the document. See `keepFocus`, which is loaded a moment after the page, so that reading does not wait for it.
 */
export function preserveFocus(root: HTMLElement): () => void {
	let stop: (() => void) | null = null;
	let isRemoved = false;
	void import('./restore-lost-focus')
		.then(({ restoreLostFocus: restoreLostFocus }) => {
			if (!isRemoved) stop = restoreLostFocus(root);
		})
		// Where that code cannot be loaded, the browser's own focus handling remains.
		.catch(() => undefined);
	return () => {
		isRemoved = true;
		stop?.();
	};
}
