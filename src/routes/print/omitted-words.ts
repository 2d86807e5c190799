import { countInWords } from '$lib/app/words/wording';
import type { PrintSelection } from './print-selection';

/** Describes the omitted entries: `Left out: two hidden pages, one sealed page.`; empty if there are none. */
export function describeOmitted({ hidden, sealed }: PrintSelection['omitted']): string {
	const parts = [
		...(hidden > 0 ? [countInWords(hidden, 'hidden page')] : []),
		...(sealed > 0 ? [countInWords(sealed, 'sealed page')] : [])
	];
	return parts.length > 0 ? `Left out: ${parts.join(', ')}.` : '';
}
