/**
 * Attributes that keep every text field private from the browser and its extensions: no checking, completing or
 * suggesting, since some send the text elsewhere for that. A field whose writer switched spell checking on overrides
 * that after the spread. `autocomplete="off"` is written in each field itself, where a test looks for it.
 */
export const privateField = {
	spellcheck: false,
	writingsuggestions: 'false',
	// The text is the writer's, and an online translator would be sent it.
	translate: 'no',
	'data-gramm': 'false'
} as const;

/** A selector for text fields and editable elements. */
export const EDITABLE_SELECTOR =
	'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]:not([contenteditable="false"])';
