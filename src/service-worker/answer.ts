/**
 * Answers a request from the named cache: a page by its address without the query, anything else as it
 * is; a page that does not exist with the page that says so. What is not held is asked of the host.
 */
export async function answer(request: Request, name: string): Promise<Response> {
	const cache = await caches.open(name);
	const isPage = request.mode === 'navigate';
	const held =
		(await cache.match(request, { ignoreSearch: isPage })) ??
		(isPage ? await cache.match(withSlash(request.url), { ignoreSearch: true }) : undefined);
	if (held) return held;
	try {
		return await fetch(request);
	} catch (error) {
		const missing = isPage ? await cache.match('/404.html') : undefined;
		if (missing) return new Response(missing.body, { status: 404, headers: missing.headers });
		throw error;
	}
}

function withSlash(url: string): string {
	const { origin, pathname } = new URL(url);
	return `${origin}${pathname.endsWith('/') ? pathname : `${pathname}/`}`;
}
