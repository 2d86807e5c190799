import type { Page } from '@playwright/test';

/**
 * Tries, from within a page of the app, all that a script that got into it would try; `elsewhere` is another origin that
 * answers. Returns by the name of each attempt the rule of the policy that stopped it, or that it was not stopped.
 */
export function attemptAll(page: Page, elsewhere: string): Promise<Record<string, string>> {
	return page.evaluate(async (foreign) => {
		// What is evaluated for the developer tools is exempt from the policy; what a timer runs is not.
		await new Promise((resolve) => setTimeout(resolve));
		const run = "globalThis.ownVoiceRan = 'ran'";
		const markup = `<img src=x onerror="${run}">`;
		const added = (tag: string, attributes: Record<string, string>): HTMLElement => {
			const made = document.createElement(tag);
			for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
			document.body.append(made);
			return made;
		};
		const text = (tag: string, content: string): void => {
			const made = document.createElement(tag);
			made.append(content);
			document.body.append(made);
		};
		const blob = (type: string): string => URL.createObjectURL(new Blob([run], { type }));
		const loose = globalThis as unknown as Record<string, (...input: unknown[]) => unknown>;

		const trusted: Record<string, () => unknown> = {
			eval: () => (0, eval)(run) as unknown,
			'new Function': () => Reflect.construct(Function, [run]),
			'a timer with a text': () => loose['setTimeout']?.(run),
			'an interval with a text': () => loose['setInterval']?.(run),
			'the text of a script': () => (document.createElement('script').textContent = run),
			'the address of a script': () => (document.createElement('script').src = foreign),
			innerHTML: () => (document.createElement('p').innerHTML = markup),
			outerHTML: () => (added('p', {}).outerHTML = markup),
			insertAdjacentHTML: () => {
				document.body.insertAdjacentHTML('beforeend', markup);
			},
			'document.write': () => {
				const { write } = document as unknown as { write: (text: string) => void };
				write.call(document, markup);
			},
			'a fragment of markup': () => document.createRange().createContextualFragment(markup),
			DOMParser: () => new DOMParser().parseFromString(markup, 'text/html'),
			'a frame with srcdoc': () => (document.createElement('iframe').srcdoc = markup),
			'a handler': () => added('img', { src: '/x', onerror: run }),
			'an object': () => added('object', { data: foreign }),
			'an embed': () => added('embed', { src: foreign }),
			'a foreign worker': () => new Worker(foreign),
			'a worker of data': () => new Worker(`data:text/javascript,${run}`),
			'a worker of a blob': () => new Worker(blob('text/javascript')),
			'a shared worker': () => new SharedWorker(foreign),
			'a service worker of another scope': () =>
				navigator.serviceWorker.register('/service-worker.js', { scope: '/journal/' })
		};
		const others: Record<string, Record<string, (address: string) => unknown>> = {
			'trusted-types': {
				'a policy of another name': () => {
					const { trustedTypes } = globalThis as unknown as {
						trustedTypes: { createPolicy: (name: string, rules: object) => void };
					};
					trustedTypes.createPolicy('another', {});
				}
			},
			'script-src-elem': {
				'an inline script': () => {
					text('script', run);
				},
				'a javascript: address': () => {
					added('a', { href: `javascript:${run}` }).click();
				},
				// @ts-expect-error -- there is no such module
				'a foreign module': () => import('https://sentinel.example/module.js'),
				// @ts-expect-error -- nor this one
				'a module of data': () => import('data:text/javascript,globalThis.ownVoiceRan=1')
			},
			'style-src-elem': {
				'a foreign style sheet': (href) => added('link', { rel: 'stylesheet', href }),
				'a style that imports': (address) => {
					text('style', `@import url(${address})`);
				}
			},
			'style-src-attr': {
				'a style attribute': (address) => added('p', { style: `background: url(${address})` })
			},
			'img-src': {
				'a picture': (address) => (new Image().src = address),
				'a background': (address) => (added('p', {}).style.background = `url(${address})`)
			},
			'font-src': { 'a font': (address) => new FontFace('x', `url(${address})`).load() },
			'media-src': { 'a recording': (src) => added('audio', { src, preload: 'auto' }) },
			'connect-src': {
				fetch: (address) => fetch(address),
				XMLHttpRequest: (address) => {
					const request = new XMLHttpRequest();
					request.open('GET', address);
					request.send();
				},
				'a beacon': (address) => navigator.sendBeacon(address, 'words'),
				'a socket': (address) => new WebSocket(address.replace('http', 'ws')),
				'a stream of events': (address) => new EventSource(address),
				'a ping': (ping) => {
					added('a', { href: '#', ping }).click();
				}
			},
			'frame-src': {
				'a foreign frame': (src) => added('iframe', { src }),
				'a frame of data': () => added('iframe', { src: `data:text/html,${markup}` })
			},
			'base-uri': { 'another base': (href) => added('base', { href }) },
			'form-action': {
				'a form': (action) => {
					(added('form', { action, method: 'post' }) as HTMLFormElement).submit();
				}
			},
			'default-src': { 'a prefetch': (href) => added('link', { rel: 'prefetch', href }) }
		};

		const outcome: Record<string, string> = {};
		const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
		const attempt = async (name: string, rule: string, work: () => unknown): Promise<void> => {
			// After a few that were not stopped nothing more is to be learned, and each takes its time.
			if (Object.values(outcome).filter((said) => said === 'NOT STOPPED').length > 2) return;
			outcome[name] = 'NOT STOPPED';
			const stopped = new Promise<void>((resolve) => {
				const limit = setTimeout(resolve, 3_000);
				document.addEventListener('securitypolicyviolation', function note(event) {
					if (event.effectiveDirective !== rule) return;
					outcome[name] = rule;
					document.removeEventListener('securitypolicyviolation', note);
					clearTimeout(limit);
					resolve();
				});
			});
			try {
				void Promise.resolve(work()).catch(() => undefined);
			} catch {
				// It is stopped by an error too.
			}
			await stopped;
			// A page has two policies, and the other one may say the same; that is not of the next attempt.
			await turn();
			await turn();
		};
		for (const [name, work] of Object.entries(trusted)) {
			await attempt(name, 'require-trusted-types-for', work);
		}
		for (const [rule, attempts] of Object.entries(others)) {
			for (const [name, work] of Object.entries(attempts)) {
				await attempt(name, rule, () => work(`${foreign}/${encodeURIComponent(name)}`));
			}
		}
		if ('ownVoiceRan' in globalThis) outcome['something'] = 'RAN';
		return outcome;
	}, elsewhere);
}
