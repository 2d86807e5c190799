/*
 * What stands on the page of an essay and is not the essay. Some of it is known by the element it is in, some by the
 * names that makers of pages give their elements, and some only by its words.
 */

/** Elements whose content is never part of an essay. */
export const BOILERPLATE_ELEMENTS: ReadonlySet<string> = new Set(
	'script style noscript template svg math iframe object embed form button select option textarea nav footer aside dialog canvas video audio picture figure map menu'.split(
		' '
	)
);

const BOILERPLATE_ROLES = new Set([
	'navigation',
	'complementary',
	'banner',
	'contentinfo',
	'search',
	'dialog'
]);

/** Words that makers of pages put into the class or id of what stands beside a text. */
const BOILERPLATE_NAMES =
	/(^|[-_\s])(nav|navbar|navigation|menu|share|sharing|social|comments?|respond|replies|related|recommended|recommendations|newsletter|subscribe|subscription|promo|advert|advertisement|sponsored|sidebar|site-footer|site-header|cookie|cookies|consent|breadcrumbs?|author-(bio|box|card)|about-(the-)?(author|creator)|tags|toolbar|paywall|sign-?up|modal|popup|reactions?|insights?|more-stories|read-next|toc|table-of-contents)([-_\s]|$)/i;

/** Classes that say how a whole page is laid out, or what a text is about: `no-sidebar`, `category-social`. */
const LAYOUT_CLASS = /^(no|has|with|category|tag|left|right)-/i;

/** Whether an element with these attributes certainly stands beside the text. */
export function isBoilerplate(attributes: Readonly<Record<string, string>>): boolean {
	if ('hidden' in attributes || attributes['aria-hidden'] === 'true') return true;
	return BOILERPLATE_ROLES.has(attributes['role'] ?? '');
}

/** Whether an element is named as what stands beside a text. Names are chosen freely, so this may be wrong. */
export function hasBoilerplateName(attributes: Readonly<Record<string, string>>): boolean {
	const classes = (attributes['class'] ?? '').split(/\s+/).filter((one) => !LAYOUT_CLASS.test(one));
	return (
		BOILERPLATE_NAMES.test(classes.join(' ')) || BOILERPLATE_NAMES.test(attributes['id'] ?? '')
	);
}

/** Headings and lines below which a page goes on with other things than the text. */
const END_LINES =
	/^(about the (author|creator|writer)|(\d+ )?(comments?|responses|replies)( \(\d+\))?|reader insights|more (stories|articles|posts)( from .+)?|related( articles| posts| stories)?|recommended (for you|reading|stories)|you (may|might) also (like|enjoy)|keep reading|read next|subscribe( to .+)?|leave a (comment|reply)|add your comment|enjoyed the (story|article)\??|share this( article| post| story)?|get the newsletter|references and further reading)[.:!]?$/i;

/** Short lines that stand about a text: counters, buttons, dates of a page. */
const BOILERPLATE_LINES =
	/^((share|like|follow|following|reply|save|listen|print|copy link|tip|top insights?|sign (in|up)|log in|menu|search|home|advertisement|sponsored|skip to (content|main content)|read more|continue reading|open in app|give feedback)|\d+ ?(min|minutes?)( read)?|(published|posted|updated)( on)? .{3,40}|.{0,30}\bmin(ute)? read\b.{0,30}|photo by .{2,80}|image (by|credit|from).{2,80}|\d+ (likes?|views?|shares?|claps?|followers?)|©.{0,120}|all rights reserved\.?)$/i;

/** Whether a line says that the text is over. */
export function isEndLine(text: string): boolean {
	return END_LINES.test(text);
}

/** Whether a line stands about the text and is none of it. */
export function isBoilerplateLine(text: string): boolean {
	return BOILERPLATE_LINES.test(text);
}
