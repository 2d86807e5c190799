/** Resolves when the browser has had time for something else. Safari has no `requestIdleCallback`. */
export function whenIdle(): Promise<void> {
	return new Promise((resolve) => {
		if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 200 });
		else setTimeout(resolve);
	});
}
