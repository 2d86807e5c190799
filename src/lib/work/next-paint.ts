/** How long a frame is waited for, in milliseconds; a tab that is not seen draws none. */
const MAX_WAIT_MS = 200;

/** Resolves once what has just changed was drawn on the screen; soon in any case. */
export function nextPaint(): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, MAX_WAIT_MS);
		// A frame's callbacks run before it is painted, and a task of its own after that.
		requestAnimationFrame(() => setTimeout(resolve));
	});
}
