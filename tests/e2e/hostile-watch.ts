import type { BrowserContext, Page } from '@playwright/test';
import { expect } from './app';
import { sentinel } from './hostile-payloads';

/** What a context did that no text may make it do. */
export interface Watched {
	/** Expects that nothing ran, nothing else was asked for, and no rule of the policy was broken so far. */
	expectQuiet(): void;
}

/** Watches every page of a context from its next document on; `home` is the app's own origin. */
export async function watched(context: BrowserContext, home: string): Promise<Watched> {
	const happened: string[] = [];
	await context.addInitScript(() => {
		Object.defineProperty(globalThis, 'ownVoiceRan', {
			set(which: unknown) {
				console.error(`payload ${String(which)} ran`);
			}
		});
		document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
			console.error(`against ${effectiveDirective}: ${blockedURI}`);
		});
	});
	context.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) happened.push(message.text());
	});
	context.on('weberror', (error) => happened.push(error.error().message));
	context.on('dialog', (dialog) => {
		happened.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	context.on('request', (request) => {
		const { origin, protocol } = new URL(request.url());
		if (origin !== home && !['blob:', 'file:'].includes(protocol)) happened.push(request.url());
	});
	return {
		expectQuiet() {
			expect(happened).toEqual([]);
		}
	};
}

/**
 * Expects that no element of a page has come out of a payload: none has an attribute that would run, fetch or lead to
 * anything of it, and there is nothing that shows other documents.
 */
export async function expectOnlyText(page: Page): Promise<void> {
	const found = await page.evaluate((host) => {
		const leading = /^(on|src|href|xlink|action|formaction|data$|style|poster|ping|background)/;
		const all = [...document.querySelectorAll('*')];
		return all
			.filter((one) =>
				one
					.getAttributeNames()
					.some(
						(name) =>
							leading.test(name) && /ownVoiceRan|javascript:/i.test(one.getAttribute(name) ?? '')
					)
			)
			.concat(all.filter((one) => one.getAttributeNames().some((name) => name.startsWith('on'))))
			.concat([...document.querySelectorAll(`[src^="${host}"], [href^="${host}"]`)])
			.concat([...document.querySelectorAll('iframe, object, embed, base, math, marquee, audio')])
			.map((one) => one.outerHTML.slice(0, 200));
	}, sentinel);
	expect(found).toEqual([]);
}

/**
 * A text as it is compared: without white space, control characters, and the sign that stands for those in a file of
 * HTML.
 */
const bare = (text: string): string => text.replace(/[\s\p{Cc}\p{Zl}\ufffd]+/gu, '');

/** Expects that every one of these texts is said in full by one of those that are shown. */
export function expectShown(shown: readonly string[], texts: readonly string[]): void {
	const all = shown.map(bare).join('\n');
	expect(texts.filter((text) => !all.includes(bare(text)))).toEqual([]);
}
