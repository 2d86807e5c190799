/**
 * Answers a request from the named cache: a page by its address without the query, anything else as it is; a page that
 * does not exist with the 404 page. A request that is not cached goes to the host.
 */
export async function answer(request: Request, name: string): Promise<Response> {
	// Not `caches.open`: it would create a deleted cache again.
	const match = (from: Request | string, ignoreSearch: boolean): Promise<Response | undefined> =>
		caches.match(from, { cacheName: name, ignoreSearch });
	const isPage = request.mode === 'navigate';
	const held =
		(await match(request, isPage)) ??
		(isPage ? await match(withSlash(request.url), true) : undefined);
	if (held) return held;
	try {
		return await fetch(request);
	} catch (error) {
		const missing = isPage ? await match('/404.html', false) : undefined;
		if (missing) return new Response(missing.body, { status: 404, headers: missing.headers });
		throw error;
	}
}

function withSlash(url: string): string {
	const { origin, pathname } = new URL(url);
	return `${origin}${pathname.endsWith('/') ? pathname : `${pathname}/`}`;
}
