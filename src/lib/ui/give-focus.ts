/** The selector of the interactive elements. */
export const controls = 'a[href], button, input, select, textarea, summary, iframe';

/** Moves the focus to an element, also to one that is not focusable by itself. */
export function giveFocus(element: HTMLElement | null, options?: FocusOptions): void {
	if (element && !element.matches(`${controls}, [tabindex]`)) element.tabIndex = -1;
	element?.focus(options);
}
