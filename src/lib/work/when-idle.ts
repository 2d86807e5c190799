/**
 * Resolves when the browser has nothing else to do, after `timeout` milliseconds at the latest. Safari has no
 * `requestIdleCallback`: there the next task has to do.
 */
export function whenIdle(timeoutMs = 200): Promise<void> {
	return new Promise((resolve) => {
		if ('requestIdleCallback' in window) {
			requestIdleCallback(() => resolve(), { timeout: timeoutMs });
		} else setTimeout(resolve);
	});
}
