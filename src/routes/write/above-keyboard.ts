/**
 * Attachment: limits the writing page to the height of the screen above an on-screen keyboard, in browsers that do not
 * resize the page for it (Safari on iOS; Chromium does, by the viewport meta tag).
 */
export function aboveKeyboard(): (() => void) | undefined {
	const viewport = window.visualViewport;
	if (!viewport) return undefined;
	const root = document.documentElement;
	const measure = (): void => {
		root.style.setProperty('--vvh', `${Math.round(viewport.height)}px`);
		// Safari scrolls the page under the keyboard to reach the field; nothing there needs reaching.
		if (viewport.offsetTop > 0) window.scrollTo(0, 0);
	};
	measure();
	viewport.addEventListener('resize', measure);
	return () => {
		viewport.removeEventListener('resize', measure);
		root.style.removeProperty('--vvh');
	};
}
