/**
 * Hides the app while its page is out of sight, if `wanted` says so in that moment: in the same task in which
 * the browser tells of it, before the picture that many systems then keep of their open apps. A system that
 * takes it earlier shows the page. Returns what ends it.
 */
export function coverWhenHidden(isEnabled: () => boolean): () => void {
	const root = document.documentElement;
	const update = (): void => {
		// Seen through rather than taken away: the caret and the place on the page stay (cover.css).
		root.toggleAttribute('data-away', document.visibilityState === 'hidden' && isEnabled());
	};
	document.addEventListener('visibilitychange', update, true);
	return () => {
		document.removeEventListener('visibilitychange', update, true);
		root.removeAttribute('data-away');
	};
}
