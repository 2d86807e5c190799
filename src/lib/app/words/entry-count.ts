/** `1 page`, `12 pages` */
export function formatEntryCount(count: number): string {
	return `${new Intl.NumberFormat('en').format(count)} ${count === 1 ? 'page' : 'pages'}`;
}
