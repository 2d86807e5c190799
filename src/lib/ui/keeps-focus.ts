/**
 * An attachment that keeps the focus: pressing something that then disappears does not put the focus back to the top of
 * the document. See `keepFocus`, which is loaded a moment after the page, so that reading does not wait for it.
 */
export function keepsFocus(root: HTMLElement): () => void {
	let stop: (() => void) | null = null;
	let isRemoved = false;
	void import('./focus-keeper')
		.then(({ keepFocus }) => {
			if (!isRemoved) stop = keepFocus(root);
		})
		// Where that code cannot be loaded, the browser's own focus handling remains.
		.catch(() => undefined);
	return () => {
		isRemoved = true;
		stop?.();
	};
}
