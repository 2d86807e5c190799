import { LocalSetting } from '$lib/app/settings/local-setting';

/*
 * The appearance of the app in this browser. `static/early.js` reads the same keys before the first paint and sets each
 * value on the root element as a `data-` attribute; the style sheets `themes.css` and `letters.css` define the values.
 */

/** The theme: paper by day and night by dark as the device says, or one of the two permanently. */
export const theme = new LocalSetting('theme', ['device', 'paper', 'night']);
/** The font size, in addition to the browser's own setting. */
export const fontSize = new LocalSetting('letters', ['usual', 'larger', 'large', 'largest']);
/** The typeface: a book's, the device's, or one made to be told apart with ease. */
export const typeface = new LocalSetting('typeface', ['book', 'device', 'clear']);
/** The maximum length of a line of text on a wide screen. */
export const measure = new LocalSetting('line', ['usual', 'short', 'long']);

/** Applies a setting at once, and stores it in this browser. */
export function setAppearance<Value extends string>(
	setting: LocalSetting<Value>,
	value: Value
): void {
	setting.set(value);
	document.documentElement.dataset[setting.name] = value;
}
