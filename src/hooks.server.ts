import type { Handle } from '@sveltejs/kit';

const STYLESHEET = /\t*<link [^>]*rel="stylesheet">\n/g;
const FIRST_SCRIPT = /\t*<link [^>]*rel="modulepreload">/;

/**
 * Pages are built with their styles asked for before their scripts. A browser that has only a few connections takes
 * them in the order of the page, and without the styles nothing is drawn.
 */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) => {
			const styles = html.match(STYLESHEET)?.join('') ?? '';
			if (!FIRST_SCRIPT.test(html)) return html;
			return html.replace(STYLESHEET, '').replace(FIRST_SCRIPT, (script) => styles + script);
		}
	});
