import { manyOf } from '../words';
import type { ToPrint } from './pages-to-print';

/** `Left out: two hidden pages, one sealed page.`; empty where nothing is. */
export function leftOutWords({ hidden, sealed }: ToPrint['leftOut']): string {
	const parts = [
		...(hidden > 0 ? [manyOf(hidden, 'hidden page')] : []),
		...(sealed > 0 ? [manyOf(sealed, 'sealed page')] : [])
	];
	return parts.length > 0 ? `Left out: ${parts.join(', ')}.` : '';
}
