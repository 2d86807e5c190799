import type { Opened } from '$lib/vault/vault';
import { compare, pageOf, readPage, readRoot, type Damage, type Page } from './inventory';
import { isInventory, type Read } from './open-inventory';

/**
 * Takes the opened records of one page's range, with the root and the page itself as they were at the same
 * moment, and returns the journal's records among them and what is not as the page says. `certain` is false
 * when the root names another page, or another revision of it, than was read: then it has to be read again.
 */
export function readSlice(
	number: number,
	pageId: string | null,
	rootId: string,
	opened: readonly Opened[]
): { records: Read[]; damage: Damage[]; certain: boolean } {
	const byId = new Map(opened.map((one) => [one.id, one]));
	const rootRecord = byId.get(rootId);
	const root = rootRecord && 'value' in rootRecord ? readRoot(rootRecord.value) : null;
	const named = root?.get(number) ?? null;
	const pageRecord = pageId === null ? undefined : byId.get(pageId);
	const page = pageRecord && 'value' in pageRecord ? readPage(pageRecord.value) : null;
	const certain =
		root !== null &&
		(named?.id ?? null) === pageId &&
		(named === null || (page !== null && pageRecord?.rev === named.rev));
	const own = new Set([rootId, ...[...(root?.values() ?? [])].map(({ id }) => id)]);
	const found = new Map<string, { rev: number; opens: boolean }>();
	const records: Read[] = [];
	for (const record of byId.values()) {
		if (own.has(record.id) || pageOf(record.id) !== number) continue;
		const opens = !('damaged' in record);
		if (opens && isInventory(record.value)) continue;
		found.set(record.id, { rev: record.rev, opens });
		if (opens) records.push({ id: record.id, rev: record.rev, value: record.value });
	}
	const expected: Page = page ?? new Map<string, never>();
	return { records, damage: compare(expected, found), certain };
}
