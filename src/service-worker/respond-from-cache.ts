/**
 * Answers a request from the named cache: a page by its address without the query, anything else as it is; a page that
 * does not exist with the 404 page. A request that is not cached goes to the host.
 */
export async function respondFromCache(request: Request, cacheName: string): Promise<Response> {
	// Not `caches.open`: it would create a deleted cache again.
	const match = (from: Request | string, ignoreSearch: boolean): Promise<Response | undefined> =>
		caches.match(from, { cacheName, ignoreSearch });
	const isPage = request.mode === 'navigate';
	const cached =
		(await match(request, isPage)) ??
		(isPage ? await match(withTrailingSlash(request.url), true) : undefined);
	if (cached) return cached;
	try {
		return await fetch(request);
	} catch (error) {
		const notFoundPage = isPage ? await match('/404.html', false) : undefined;
		if (notFoundPage) {
			return new Response(notFoundPage.body, { status: 404, headers: notFoundPage.headers });
		}
		throw error;
	}
}

function withTrailingSlash(url: string): string {
	const { origin, pathname } = new URL(url);
	return `${origin}${pathname.endsWith('/') ? pathname : `${pathname}/`}`;
}
