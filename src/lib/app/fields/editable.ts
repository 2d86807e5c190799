/** What is typed into, as a selector. */
export const EDITABLE_SELECTOR =
	'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]:not([contenteditable="false"])';
