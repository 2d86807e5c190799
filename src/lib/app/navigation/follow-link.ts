import { goto } from '$app/navigation';
import type { ResolvedPathname } from '$app/types';

/** Follows a link to one of our pages, and passes `state` in the browser's history instead of in the address. */
export function followLink(event: MouseEvent, href: ResolvedPathname, state: App.PageState): void {
	// A click that asks for a new tab or window, or for a download, is left to the browser.
	if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
	event.preventDefault();
	void goto(href, { state });
}
