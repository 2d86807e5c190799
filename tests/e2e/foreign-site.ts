import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseHeaders } from '../../scripts/headers-file.mjs';
import { createStaticServer } from '../../scripts/static-server.mjs';

/* Another website, which has the browser ask for addresses of the app in every way a page can. */

/** A server on a port of its own. */
export interface Served {
	port: number;
	close(): Promise<void>;
}

/** The built app, as its host serves it, and every request that reached it, as `GET image /wipe/`. */
export async function serveApp(): Promise<Served & { asked: Set<string> }> {
	const asked = new Set<string>();
	const headers = parseHeaders(readFileSync('build/_headers', 'utf8'));
	const server = createStaticServer({ root: 'build', headers });
	server.on('request', ({ method, url, headers: sent }) => {
		const purpose = sent['sec-purpose'] === undefined ? '' : `${String(sent['sec-purpose'])} `;
		asked.add(`${method ?? ''} ${purpose}${String(sent['sec-fetch-dest'])} ${url ?? ''}`);
	});
	return { ...(await served(server)), asked };
}

/** The other website: its start page asks for nothing; `/to?` leads on to an address, `/refresh?` after it was shown. */
export async function serveForeign(): Promise<Served> {
	return served(
		createServer((request, response) => {
			const [path = '', to = ''] = (request.url ?? '').split('?');
			const target = decodeURIComponent(to);
			if (path === '/to') {
				response.writeHead(302, { location: target }).end();
				return;
			}
			const refresh =
				path === '/refresh' && `<meta http-equiv="refresh" content="0; url=${target}">`;
			response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
			response.end(`<!doctype html><title>Another site</title>${refresh || ''}<body>`);
		})
	);
}

async function served(server: Server): Promise<Served> {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		port: (server.address() as AddressInfo).port,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

/**
 * In the foreign page: asks for these addresses in every way that shows nothing; resolves when each was answered, and
 * nothing of it stands in the page any more.
 */
export async function askQuietly(addresses: string[]): Promise<void> {
	const put = <K extends keyof HTMLElementTagNameMap>(
		name: K,
		given: Partial<HTMLElementTagNameMap[K]>
	): Promise<unknown> => {
		const element = Object.assign(document.createElement(name), given);
		const ended = new Promise((resolve) => {
			for (const end of ['load', 'error']) element.addEventListener(end, resolve);
		});
		document.body.append(element);
		return ended;
	};
	const send = async (method: string, action: string): Promise<void> => {
		const name = `${method} ${action}`;
		await put('iframe', { name });
		const frame = document.getElementsByName(name)[0];
		const ended = new Promise((resolve) => frame?.addEventListener('load', resolve));
		const form = Object.assign(document.createElement('form'), { method, action, target: name });
		document.body.append(form);
		form.submit();
		await ended;
	};
	for (const address of addresses) {
		const how = { mode: 'no-cors', credentials: 'include' } as const;
		await Promise.all([
			put('img', { src: `${address}?img` }),
			put('script', { src: `${address}?script` }),
			put('link', { rel: 'stylesheet', href: `${address}?style` }),
			put('link', { rel: 'prefetch', href: `${address}?prefetch` }),
			put('video', { src: `${address}?video` }),
			new FontFace('foreign', `url("${address}?font")`).load().catch(() => null),
			fetch(`${address}?fetch`, how).catch(() => null),
			fetch(`${address}?fetch`, { ...how, method: 'POST' }).catch(() => null),
			put('iframe', { src: `${address}?iframe` }),
			put('object', { data: `${address}?object` }),
			send('get', `${address}?form`),
			send('post', `${address}?form`)
		]);
		document.body.replaceChildren();
	}
}

/** In the foreign page: goes elsewhere, in the same window. */
export function leaveFor(address: string): void {
	location.href = address;
}

/** In the foreign page: opens an address in a window of its own. */
export function openWindow(address: string): void {
	if (!open(address)) throw new Error('no window was opened');
}

/** In the foreign page: lets the browser fetch, and draw beforehand, what a person might go to next. */
export function speculate(addresses: string[]): void {
	const rules = document.createElement('script');
	rules.type = 'speculationrules';
	const rule = [{ urls: addresses, eagerness: 'immediate' }];
	rules.textContent = JSON.stringify({ prefetch: rule, prerender: rule });
	document.head.append(rules);
}
