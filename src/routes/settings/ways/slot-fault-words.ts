import type { SlotFault } from '$lib/session/slot-trust';

const kindNames: Readonly<Record<string, string>> = {
	device: 'A key of this browser',
	passphrase: 'A passphrase',
	recovery: 'A recovery code',
	passkey: 'A passkey'
};

/** Describes what is wrong with one key slot in a sentence; `isListLost`: whether the list of slots is lost. */
export function describeSlotFault({ code, kind, label }: SlotFault, isListLost: boolean): string {
	const name = label ? `“${label}”` : (kindNames[kind] ?? 'Something');
	switch (code) {
		case 'no-list':
			return 'The list of your ways in is missing or damaged. Only the one you have just used counts.';
		case 'unproven':
			return `${name} that was not made in this journal, or was changed since, has turned up.`;
		case 'changed':
			return `${name} is not as it was made.`;
		case 'missing':
			return `${name} is missing.`;
		case 'unfinished':
			return isListLost
				? `${name} was made in this journal, but is not counted without the list.`
				: `${name} was never finished. It opens nothing.`;
	}
}
