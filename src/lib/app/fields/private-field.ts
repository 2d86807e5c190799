/**
 * What every field that is typed into asks of the browser and its extensions: to check, complete and suggest nothing,
 * since some send what is typed elsewhere for that. A field whose writer chose spelling to be checked says so after it.
 * `autocomplete="off"` stands in each field itself, where a test looks for it.
 */
export const privateField = {
	spellcheck: false,
	writingsuggestions: 'false',
	// What is typed is the writer's, and a translator that works elsewhere would be sent it.
	translate: 'no',
	'data-gramm': 'false'
} as const;

/** What is typed into, as a selector. */
export const EDITABLE_SELECTOR =
	'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]:not([contenteditable="false"])';
