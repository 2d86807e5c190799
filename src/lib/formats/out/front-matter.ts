import type { MetadataValue } from '$lib/formats/metadata-keys';

/** Front matter of these keys, between its two lines. */
export function writeFrontMatter(keys: ReadonlyMap<string, MetadataValue>): string {
	const lines = [...keys].flatMap(([key, value]) =>
		Array.isArray(value)
			? [`${key}:`, ...value.map((item) => `  - ${quote(item)}`)]
			: [`${key}: ${typeof value === 'string' ? formatScalar(value) : String(value)}`]
	);
	return `---\n${lines.join('\n')}\n---\n`;
}

/** A date and a plain word stand as they are, as note programs write and know them; all else in quotes. */
function formatScalar(text: string): string {
	const isDate = /^\d{4}-\d\d-\d\d(T[\d:.]+([+-]\d\d:\d\d|Z))?$/.test(text);
	const isZone = /^[A-Z][a-z]+\/[A-Za-z_/]+$/.test(text);
	return isDate || isZone ? text : quote(text);
}

/** A text in double quotes. JSON's escapes are YAML's; more is escaped than JSON asks for, for older readers. */
function quote(text: string): string {
	return JSON.stringify(text).replace(
		/[\x7f-\x9f\u2028\u2029\ufeff]/g,
		(letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}
