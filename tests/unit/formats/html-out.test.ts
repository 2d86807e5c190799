import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { full, page, written } from './written';

describe('the HTML file', () => {
	/** All tags in a text of HTML. */
	const tagsOf = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];

	test('forbids itself everything but its own style, and asks for nothing', async () => {
		const html = await written('html', [full, page(2, {})]);
		expect(html).toMatch(
			/content="default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'"/
		);
		expect(html).not.toMatch(
			/<script|<link|<img|<iframe|<form|\bon\w+=|\bstyle=|\bsrc=|url\(|@import|https?:/
		);
		expect(tagsOf(html).filter((tag) => tag.startsWith('<article'))).toHaveLength(2);
	});

	test('has no tag that a page put there', async () => {
		const harmless = await written('html', [page(1, { text: 'x', label: 'x', tags: ['x'] })]);
		await fc.assert(
			fc.asyncProperty(
				fc.array(
					fc.constantFrom(
						'<',
						'>',
						'"',
						"'",
						'&',
						'/',
						'=',
						'`',
						'script',
						'x',
						' ',
						'\0',
						'\ud800'
					),
					{
						minLength: 1,
						maxLength: 30
					}
				),
				async (signs) => {
					const hostile = `x${signs.join('')}`;
					const html = await written('html', [
						page(1, { text: hostile, label: hostile, tags: [hostile] })
					]);
					expect(tagsOf(html)).toEqual(tagsOf(harmless));
				}
			)
		);
	});
});
