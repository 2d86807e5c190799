import type { ClientInit, HandleClientError } from '@sveltejs/kit';

/**
 * Inside another website the app never begins: static/cover.js has hidden the page, and another takes its place.
 *
 * A page that a translator reached before the app did no longer has the texts that the app looks for, and would keep the
 * translator's beside its own: it is then drawn anew. Without scripts it stays as it is.
 */
export const init: ClientInit = () => {
	if (window.top !== window) return new Promise(() => undefined);
	const root = document.querySelector('.root');
	if (root?.querySelector(':scope font')) root.replaceChildren();
};

/**
 * What was thrown while a page was opened, and nobody foresaw. Only its name and where it was thrown go to the
 * browser's console: a message may carry words of the writer's. What a person reads stands in `+error.svelte`.
 */
export const handleError: HandleClientError = ({ error, status }) => {
	if (status !== 404) {
		const { name, stack = '' } = error instanceof Error ? error : { name: 'not an error' };
		const places = stack.split('\n').filter((line) => /^\s+at \S|^\S*@\w+:\/\//.test(line));
		// eslint-disable-next-line no-console -- nobody foresaw it, and whoever looks for it looks there
		console.error([name, ...places].join('\n'));
	}
};
