/**
 * Hides the app while its page is hidden, if `wanted` returns true at that moment: in the same task as the browser's
 * event, before the screenshot that many systems then take for their app switcher. A system that takes it earlier shows
 * the page. Returns a function that ends it.
 */
export function coverWhenHidden(isEnabled: () => boolean): () => void {
	const root = document.documentElement;
	const update = (): void => {
		// Made transparent rather than removed: the caret and the scroll position stay (cover.css).
		root.toggleAttribute('data-away', document.visibilityState === 'hidden' && isEnabled());
	};
	document.addEventListener('visibilitychange', update, true);
	return () => {
		document.removeEventListener('visibilitychange', update, true);
		root.removeAttribute('data-away');
	};
}
