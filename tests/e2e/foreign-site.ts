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

/** In the foreign page: asks for these addresses in every way that shows nothing; resolves when each was answered. */
export async function askQuietly(addresses: string[]): Promise<void> {
	const ended: Promise<unknown>[] = [];
	const put = <K extends keyof HTMLElementTagNameMap>(
		name: K,
		with_: Partial<HTMLElementTagNameMap[K]>
	): HTMLElementTagNameMap[K] => {
		const element = Object.assign(document.createElement(name), with_);
		ended.push(
			new Promise((resolve) => {
				for (const end of ['load', 'error']) element.addEventListener(end, resolve);
			})
		);
		document.body.append(element);
		return element;
	};
	for (const [index, address] of addresses.entries()) {
		put('img', { src: `${address}?img` });
		put('script', { src: `${address}?script` });
		put('link', { rel: 'stylesheet', href: `${address}?style` });
		put('link', { rel: 'prefetch', href: `${address}?prefetch` });
		put('iframe', { src: `${address}?iframe` });
		put('object', { data: `${address}?object` });
		put('video', { src: `${address}?video` });
		ended.push(new FontFace(`f${index}`, `url("${address}?font")`).load().catch(() => null));
		for (const method of ['GET', 'POST']) {
			const how = { method, mode: 'no-cors', credentials: 'include' } as const;
			ended.push(fetch(`${address}?fetch`, how).catch(() => null));
		}
		for (const method of ['get', 'post']) {
			const name = `${method}-${index}`;
			put('iframe', { name });
			const form = document.createElement('form');
			Object.assign(form, { method, target: name, action: `${address}?form` });
			document.body.append(form);
			form.submit();
		}
	}
	await Promise.all(ended);
}

/** In the foreign page: lets the browser fetch, and draw beforehand, what a person might go to next. */
export function speculate(addresses: string[]): void {
	const rules = document.createElement('script');
	rules.type = 'speculationrules';
	const rule = [{ urls: addresses, eagerness: 'immediate' }];
	rules.textContent = JSON.stringify({ prefetch: rule, prerender: rule });
	document.head.append(rules);
}
