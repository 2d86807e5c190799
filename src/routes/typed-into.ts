/** What is typed into, as a selector. */
export const TYPED_INTO =
	'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]:not([contenteditable="false"])';
