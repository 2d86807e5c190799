/** What a person can act on. */
export const controlSelector = 'a[href], button, input, select, textarea, summary, iframe';

/** Moves the focus to an element, also to one that takes none by itself. */
export function moveFocus(element: HTMLElement | null, options?: FocusOptions): void {
	if (element && !element.matches(`${controlSelector}, [tabindex]`)) element.tabIndex = -1;
	element?.focus(options);
}
