import type { JournalSnapshot } from '$lib/model/snapshot';

/** Every field in which two journals differ, each named by its place, with both of its values. */
export function differences(found: JournalSnapshot, wanted: JournalSnapshot): string[] {
	return [
		...(['entries', 'versions', 'prompts', 'library'] as const).flatMap((kind) => [
			...between(kind, byId(found[kind]), byId(wanted[kind])),
			...(found[kind].length === wanted[kind].length
				? []
				: [`${kind}: ${found[kind].length} instead of ${wanted[kind].length}`])
		]),
		...between('settings', found.settings, wanted.settings)
	];
}

/** The order in which a journal is read is that of its days; where two are the same, nobody's. */
function byId(records: readonly { id: string }[]): Record<string, unknown> {
	return Object.fromEntries(records.map((record) => [record.id, record]));
}

function between(place: string, found: unknown, wanted: unknown): string[] {
	if (Object.is(found, wanted)) return [];
	if (!isTree(found) || !isTree(wanted) || Array.isArray(found) !== Array.isArray(wanted)) {
		return [`${place}: ${said(found)} instead of ${said(wanted)}`];
	}
	const names = new Set([...Object.keys(found), ...Object.keys(wanted)]);
	return [...names].flatMap((name) => between(`${place}.${name}`, found[name], wanted[name]));
}

function isTree(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

function said(value: unknown): string {
	return (JSON.stringify(value) as string | undefined)?.slice(0, 200) ?? 'nothing';
}
