/** Paper by day and night by dark as the device says, or one of the two for good. */
export type Theme = 'device' | 'paper' | 'night';

/** static/early.js reads the same key, before the first paint. */
const KEY = 'own-voice:theme';

/** The theme this browser keeps; `device` where it keeps none, or nothing at all. */
export function chosenTheme(): Theme {
	try {
		const kept = localStorage.getItem(KEY);
		return kept === 'paper' || kept === 'night' ? kept : 'device';
	} catch {
		return 'device'; // storage denied
	}
}

/** Shows a theme at once, and keeps it in this browser. */
export function chooseTheme(theme: Theme): void {
	const root = document.documentElement;
	if (theme === 'device') delete root.dataset['theme'];
	else root.dataset['theme'] = theme;
	try {
		if (theme === 'device') localStorage.removeItem(KEY);
		else localStorage.setItem(KEY, theme);
	} catch {
		// Storage denied: the choice holds until the page is loaded again.
	}
}
