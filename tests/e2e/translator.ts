import type { Page } from '@playwright/test';

/* A browser's translation, as the app meets it. */

interface Translator {
	/** Everything that a translator would have sent away. */
	sent: string[];
	/** How many texts were replaced. */
	replaced: number;
}

/**
 * From the next document on, all words are translated as Google's translation in the browser does it: each text node is
 * taken out, and a font in a font stands in its place; whatever comes or changes later is taken in turn. What is marked
 * `translate="no"` is left alone, and so are fields. The words stay as they are, so that a test can read them.
 */
export async function translateEverything(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const sent: string[] = [];
		const translator = { sent, replaced: 0 };
		Object.assign(globalThis, { translator });
		const left = 'script, style, noscript, svg, textarea, font';
		const isOurs = (element: Element | null): boolean =>
			!element ||
			element.closest(left) !== null ||
			element.closest('[translate]')?.getAttribute('translate') === 'no';

		function takeAttributes(element: Element): void {
			if (isOurs(element)) return;
			for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
				const said = element.getAttribute(name);
				if (said) sent.push(said);
			}
		}

		function takeText(text: Text): void {
			if (text.data.trim() === '' || isOurs(text.parentElement)) return;
			sent.push(text.data);
			if (text.parentElement?.closest('option, title')) return;
			const outer = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
			const inner = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
			outer.style.verticalAlign = inner.style.verticalAlign = 'inherit';
			inner.textContent = text.data;
			outer.append(inner);
			text.replaceWith(outer);
			translator.replaced += 1;
		}

		function take(root: Node): void {
			if (root instanceof Text) {
				takeText(root);
				return;
			}
			if (!(root instanceof Element)) return;
			takeAttributes(root);
			root.querySelectorAll('*').forEach(takeAttributes);
			const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
			const texts: Text[] = [];
			while (walker.nextNode()) texts.push(walker.currentNode as Text);
			texts.forEach(takeText);
		}

		document.addEventListener('DOMContentLoaded', () => {
			take(document.body);
			new MutationObserver((records) => {
				for (const { type, target, addedNodes } of records) {
					if (type === 'childList') addedNodes.forEach((node) => node.isConnected && take(node));
					else if (type === 'attributes') takeAttributes(target as Element);
					else if (target.isConnected) take(target);
				}
			}).observe(document.body, {
				subtree: true,
				childList: true,
				characterData: true,
				attributes: true,
				attributeFilter: ['aria-label', 'title', 'placeholder', 'alt']
			});
		});
	});
}

/** What was sent away in this document so far, and how much was replaced. */
export function translatorOf(page: Page): Promise<Translator> {
	return page.evaluate(() => (globalThis as unknown as { translator: Translator }).translator);
}
