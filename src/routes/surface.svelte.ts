/** Whether a page to write on is on the screen: it fills the screen, and everything else steps back. */
class Surface {
	shown = $state(false);
}

export const surface = new Surface();

/** Attachment for such a page. */
export function fillsTheScreen(): () => void {
	surface.shown = true;
	return () => (surface.shown = false);
}
