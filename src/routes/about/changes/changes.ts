import changelog from '../../../../CHANGELOG.md?raw';

/** What changed in one version. */
export interface Changes {
	version: string;
	/** The calendar day, as in `2026-11-23`. */
	day: string;
	changes: readonly string[];
}

/**
 * Reads a list of changes: a heading `## 1.2.0, 2026-11-23` for each version, the newest first, and below it one line
 * with a dash for each change. Throws where something else stands.
 */
export function readChanges(text: string): Changes[] {
	return text
		.split(/^## /m)
		.slice(1)
		.map((part) => {
			const [heading = '', ...lines] = part.trim().split('\n');
			const said = /^(\d+\.\d+\.\d+), (\d{4}-\d\d-\d\d)$/.exec(heading);
			const items = lines.filter((line) => line.trim() !== '');
			const wrong = items.find((line) => !line.startsWith('- '));
			if (!said || items.length === 0 || wrong) {
				throw new Error(`the list of changes is not as agreed at "${wrong ?? heading}"`);
			}
			const [, version = '', day = ''] = said;
			return { version, day, changes: items.map((line) => line.slice(2)) };
		});
}

export const allChanges = readChanges(changelog);
