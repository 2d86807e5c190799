import { dequal } from 'dequal/lite';
import { defaultSettings, type Settings } from '$lib/model/settings';

/** The list settings, of what was marked and read, which are merged by union. */
const listKeys = ['marked', 'read'] as const;
/** The settings of a journal wherever it is open; the others concern this device, and stay as they are here. */
const sharedKeys = [
	...[
		'stance',
		'wasLeft',
		'minutes',
		'askBefore',
		'threshold',
		'showCheckIns',
		'here',
		'importSeed'
	]
] as (keyof Settings)[];

/**
 * Returns the settings after those of another journal were imported. In an empty journal all of them apply. Otherwise
 * settings changed here stay; the others are taken over, but never how this device locks, covers or shows what is
 * written. What was marked and read in either place is so afterwards.
 */
export function mergeSettings(
	current: Settings,
	imported: Partial<Settings>,
	isEmpty: boolean
): Settings {
	const adopted = isEmpty
		? imported
		: Object.fromEntries(
				sharedKeys.flatMap((name) =>
					name in imported && dequal(current[name], defaultSettings[name])
						? [[name, imported[name]]]
						: []
				)
			);
	const next: Settings = { ...current, ...adopted };
	for (const name of listKeys) {
		next[name] = [...new Set([...current[name], ...(imported[name] ?? [])])];
	}
	return next;
}

/** Returns the settings with a change from `before` to `after` undone, as far as what it set is still unchanged. */
export function revertSettings(current: Settings, before: Settings, after: Settings): Settings {
	const next: Record<string, unknown> = { ...current };
	for (const name of Object.keys(after) as (keyof Settings)[]) {
		if (dequal(current[name], after[name])) next[name] = before[name];
	}
	for (const name of listKeys) {
		const added = new Set(after[name].filter((id) => !before[name].includes(id)));
		next[name] = current[name].filter((id) => !added.has(id));
	}
	return next as unknown as Settings;
}

/** Whether two settings are equal. */
export function sameSettings(one: Settings, other: Settings): boolean {
	return (Object.keys(one) as (keyof Settings)[]).every((name) => dequal(one[name], other[name]));
}
