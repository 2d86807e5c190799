/** Whether a page to write on is on the screen: it fills the screen, and everything else steps back. */
class Fullscreen {
	isActive = $state(false);
}

export const fullscreen = new Fullscreen();

/** Attachment for such a page. */
export function fillScreen(): () => void {
	fullscreen.isActive = true;
	return () => (fullscreen.isActive = false);
}
