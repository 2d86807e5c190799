import { resolve } from '$app/paths';
import { outline } from '../companion-in-use';
import { partWord } from '../words';

/** A page of the app, and other words by which somebody may look for it. */
export interface PageToFind {
	name: string;
	href: string;
	also?: string;
}

/** The pages of the app, in the order in which they are offered. */
const pagesToFind: readonly PageToFind[] = [
	{ name: 'Just write', href: resolve('/write/'), also: 'new page entry' },
	{ name: 'Journal', href: resolve('/journal/'), also: 'pages entries search find' },
	{ name: 'All parts', href: resolve('/'), also: 'read essay home start' },
	...outline.sections.map(({ number, name }) => ({
		name: `${partWord(number)}: ${name}`,
		href: resolve(`/read/${number}/`),
		also: `part section essay ${number}`
	})),
	{ name: 'Letters', href: resolve('/letters/'), also: 'to myself later' },
	{ name: 'Your questions', href: resolve('/questions/'), also: 'own marked prompts' },
	{ name: 'Calendar', href: resolve('/calendar/'), also: 'days month year' },
	{ name: 'Look back', href: resolve('/look-back/'), also: 'check-ins drawings words' },
	{ name: 'Print', href: resolve('/print/'), also: 'paper pdf' },
	{
		name: 'Bin',
		href: resolve('/bin/'),
		also: 'deleted removed pages put back'
	},
	{ name: 'Other essays', href: resolve('/library/'), also: 'library companion bring make' },
	{ name: 'Copies', href: resolve('/copies/'), also: 'export import' },
	{ name: 'Make a backup', href: resolve('/copies/backup/'), also: 'save copy' },
	{ name: 'A folder for copies', href: resolve('/copies/folder/'), also: 'backup' },
	{ name: 'Take pages out', href: resolve('/copies/take-out/'), also: 'export markdown day one' },
	{ name: 'Bring pages in', href: resolve('/copies/bring-in/'), also: 'import restore backup' },
	{ name: 'Deep clean', href: resolve('/copies/deep-clean/'), also: 'old traces seal again' },
	{ name: 'Talk to someone', href: resolve('/help/'), also: 'help crisis danger helpline' },
	{ name: 'Settings', href: resolve('/settings/'), also: 'theme night letters typeface timer' },
	{
		name: 'How pages are kept',
		href: resolve('/settings/ways/'),
		also: 'passphrase passkey lock code'
	},
	{ name: 'About this app', href: resolve('/about/'), also: 'privacy how it is kept licence' },
	{
		name: 'What this protects against, and what it does not',
		href: resolve('/about/limits/'),
		also: 'limits safety threat'
	},
	{ name: 'Accessibility', href: resolve('/about/accessibility/'), also: 'screen reader keys' },
	{ name: 'What changed', href: resolve('/about/changes/'), also: 'version news update' },
	{ name: 'What the questions lean on', href: resolve('/about/questions/'), also: 'sources' },
	{ name: 'Let everything go', href: resolve('/let-go/'), also: 'delete erase remove all' }
];

/** The pages whose name, or one of the other words, has a word that begins with each word that is typed. */
export function pagesFor(typed: string): PageToFind[] {
	const wanted = words(typed);
	return pagesToFind.filter(({ name, also = '' }) => {
		const has = words(`${name} ${also}`);
		return wanted.every((word) => has.some((one) => one.startsWith(word)));
	});
}

function words(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
