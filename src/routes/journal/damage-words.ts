import type { Damage } from '$lib/records/manifest-format';
import { formatDate } from '$lib/app/dates/format-date';

/** Describes one difference between the journal and its manifest in a sentence. */
export function describeDamage({ code, label }: Damage): string {
	const name = describeLabel(label);
	switch (code) {
		case 'unreadable':
			return `${name} cannot be opened. It is left as it is.`;
		case 'missing':
			return `${name} is missing.`;
		case 'rolled-back':
			return `${name} is there in an older state than the one last saved.`;
		case 'unexpected':
			return 'A record that is not on the list of your pages has turned up.';
	}
}

function describeLabel(label: string): string {
	const [kind, day] = label.split(' ');
	const dated = day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) ? formatDate(day) : null;
	if (kind === 'entry' && dated) return `A page from ${dated}`;
	if (kind === 'version' && dated) return `An earlier version of a page, from ${dated},`;
	if (kind === 'settings') return 'What you chose in this app';
	if (kind === 'inventory') return 'The list of your pages, or a part of it,';
	if (kind === 'slots') return 'The list of your ways in';
	return 'A record';
}
