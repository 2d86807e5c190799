/** How the HTML file looks: a sheet of paper by day and by night, and on paper itself. */
export const htmlStyle = `
:root { color-scheme: light dark; --sheet: #f3f0ea; --ink: #2c2620; --ink-2: #5b5148; --own: #2f3d5c; --hair: #d8d1c5; }
@media (prefers-color-scheme: dark) {
	:root { --sheet: #201d19; --ink: #d9d1c3; --ink-2: #b3aa9c; --own: #c5d3ea; --hair: #3d3832; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--sheet); color: var(--ink); font: 1.125rem/1.65 Literata, 'Iowan Old Style', Palatino, Georgia, serif; overflow-wrap: break-word; }
main { max-width: 38rem; margin: 0 auto; padding: 3rem 1.25rem 6rem; }
h1 { font-size: 2rem; font-weight: 400; line-height: 1.2; margin: 0 0 2rem; }
h2 { font-size: 1.125rem; font-weight: 400; margin: 0; }
h3 { font-size: 0.9375rem; font-weight: 400; font-style: italic; color: var(--ink-2); margin: 0 0 0.5rem; }
nav ol { list-style: none; margin: 0; padding: 0; }
nav li { padding: 0.375rem 0; border-bottom: 1px solid var(--hair); }
nav li:last-child { border: 0; }
nav bdi { color: var(--ink-2); font-size: 0.9375rem; margin-inline-start: 0.375rem; }
a { color: var(--own); text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
article { border-top: 1px solid var(--hair); margin-top: 4rem; padding-top: 2rem; }
.above, dl { color: var(--ink-2); font-size: 0.9375rem; }
.above { margin: 0.25rem 0 0; }
.question { font-size: 1.375rem; line-height: 1.4; margin: 1.5rem 0 0; }
.text { margin-top: 1.5rem; }
.text p, .note p, .question, dd { white-space: pre-wrap; }
.text p, .note p { margin: 0 0 1em; }
dl { margin: 1.5rem 0 0; }
dl div { margin: 0.25rem 0; }
dt, dd { display: inline; margin: 0; }
dt::after { content: ':'; }
.note { border-inline-start: 2px solid var(--hair); margin-top: 1.5rem; padding-inline-start: 1rem; }
@media print {
	@page { margin: 24mm 28mm; }
	:root { color-scheme: light; --sheet: white; --ink: black; --ink-2: #333; --own: black; --hair: #999; }
	body { font-size: 11.5pt; background: none; }
	main { max-width: none; padding: 0; }
	nav { display: none; }
	article { margin-top: 2.5rem; }
	h2, h3, .above, .question { break-after: avoid; }
	p { orphans: 3; widows: 3; }
}
`;
