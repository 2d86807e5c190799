import { LocalSetting } from '$lib/app/settings/local-setting';

/*
 * How the app looks in this browser. `static/early.js` reads the same keys before the first paint and puts each value
 * on the root element as `data-` and its name; the style sheets `themes.css` and `letters.css` say what it means.
 */

/** Paper by day and night by dark as the device says, or one of the two for good. */
export const theme = new LocalSetting('theme', ['device', 'paper', 'night']);
/** How large the letters are, beside what the browser itself is set to. */
export const fontSize = new LocalSetting('letters', ['usual', 'larger', 'large', 'largest']);
/** What the letters look like: those of a book, those of the device, or ones made to be told apart with ease. */
export const typeface = new LocalSetting('typeface', ['book', 'device', 'clear']);
/** How long a line of text may become on a wide screen. */
export const measure = new LocalSetting('line', ['usual', 'short', 'long']);

/** Shows a choice at once, and keeps it in this browser. */
export function setAppearance<Value extends string>(setting: LocalSetting<Value>, value: Value): void {
	setting.set(value);
	document.documentElement.dataset[setting.name] = value;
}
