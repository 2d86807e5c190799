import changelog from '../../../../CHANGELOG.md?raw';

/** The changes of one version. */
export interface Release {
	version: string;
	/** The calendar day, as in `2026-11-23`. */
	day: string;
	changes: readonly string[];
}

/**
 * Parses a changelog: a heading `## 1.2.0, 2026-11-23` for each version, newest first, and below it one line with a
 * dash for each change. Throws on anything else.
 */
export function parseChangelog(text: string): Release[] {
	return text
		.split(/^## /m)
		.slice(1)
		.map((part) => {
			const [heading = '', ...lines] = part.trim().split('\n');
			const match = /^(\d+\.\d+\.\d+), (\d{4}-\d\d-\d\d)$/.exec(heading);
			const items = lines.filter((line) => line.trim() !== '');
			const invalidLine = items.find((line) => !line.startsWith('- '));
			if (!match || items.length === 0 || invalidLine) {
				throw new Error(`the list of changes is not as agreed at "${invalidLine ?? heading}"`);
			}
			const [, version = '', day = ''] = match;
			return { version, day, changes: items.map((line) => line.slice(2)) };
		});
}

export const releases = parseChangelog(changelog);
