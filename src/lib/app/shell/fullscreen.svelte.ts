/** Whether a writing page is shown: it fills the screen, and everything else is hidden. */
class Fullscreen {
	isActive = $state(false);
}

export const fullscreen = new Fullscreen();

/** Attachment for such a page. */
export function fillScreen(): () => void {
	fullscreen.isActive = true;
	return () => (fullscreen.isActive = false);
}
