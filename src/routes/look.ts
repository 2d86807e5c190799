import { KeptChoice } from './kept-choice';

/*
 * How the app looks in this browser. `static/early.js` reads the same keys before the first paint and puts each value
 * on the root element as `data-` and its name; the style sheets `themes.css` and `letters.css` say what it means.
 */

/** Paper by day and night by dark as the device says, or one of the two for good. */
export const theme = new KeptChoice('theme', ['device', 'paper', 'night']);
/** How large the letters are, beside what the browser itself is set to. */
export const letters = new KeptChoice('letters', ['usual', 'larger', 'large', 'largest']);
/** What the letters look like: those of a book, those of the device, or ones made to be told apart with ease. */
export const typeface = new KeptChoice('typeface', ['book', 'device', 'clear']);
/** How long a line of text may become on a wide screen. */
export const line = new KeptChoice('line', ['usual', 'short', 'long']);

/** Shows a choice at once, and keeps it in this browser. */
export function chooseLook<Value extends string>(choice: KeptChoice<Value>, value: Value): void {
	choice.choose(value);
	document.documentElement.dataset[choice.name] = value;
}
