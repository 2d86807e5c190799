import { resolve } from '$app/paths';
import { outline } from '$lib/app/reading/builtin-outline';
import { sectionNumberWord } from '$lib/app/words/wording';

/** A page of the app, and synonyms by which someone may look for it. */
export interface AppPage {
	name: string;
	href: string;
	keywords?: string;
}

/** The pages of the app, in the order in which they are offered. */
const appPages: readonly AppPage[] = [
	{ name: 'Just write', href: resolve('/write/'), keywords: 'new page entry' },
	{ name: 'Journal', href: resolve('/journal/'), keywords: 'pages entries search find' },
	{ name: 'All parts', href: resolve('/'), keywords: 'read essay home start' },
	...outline.sections.map(({ number, name }) => ({
		name: `${sectionNumberWord(number)}: ${name}`,
		href: resolve(`/read/${number}/`),
		also: `part section essay ${number}`
	})),
	{ name: 'Letters', href: resolve('/letters/'), keywords: 'to myself later' },
	{ name: 'Your questions', href: resolve('/questions/'), keywords: 'own marked prompts' },
	{ name: 'Calendar', href: resolve('/calendar/'), keywords: 'days month year' },
	{ name: 'Look back', href: resolve('/look-back/'), keywords: 'check-ins drawings words' },
	{ name: 'Print', href: resolve('/print/'), keywords: 'paper pdf' },
	{
		name: 'Bin',
		href: resolve('/bin/'),
		keywords: 'deleted removed pages put back'
	},
	{ name: 'Other essays', href: resolve('/library/'), keywords: 'library companion bring make' },
	{ name: 'Copies', href: resolve('/copies/'), keywords: 'export import' },
	{ name: 'Make a backup', href: resolve('/copies/backup/'), keywords: 'save copy' },
	{ name: 'A folder for copies', href: resolve('/copies/folder/'), keywords: 'backup' },
	{
		name: 'Take pages out',
		href: resolve('/copies/take-out/'),
		keywords: 'export markdown day one'
	},
	{ name: 'Bring pages in', href: resolve('/copies/bring-in/'), keywords: 'import restore backup' },
	{ name: 'Deep clean', href: resolve('/copies/deep-clean/'), keywords: 'old traces seal again' },
	{ name: 'Talk to someone', href: resolve('/help/'), keywords: 'help crisis danger helpline' },
	{ name: 'Settings', href: resolve('/settings/'), keywords: 'theme night letters typeface timer' },
	{
		name: 'How pages are kept',
		href: resolve('/settings/ways/'),
		keywords: 'passphrase passkey lock code'
	},
	{ name: 'About this app', href: resolve('/about/'), keywords: 'privacy how it is kept licence' },
	{
		name: 'What this protects against, and what it does not',
		href: resolve('/about/limits/'),
		keywords: 'limits safety threat'
	},
	{ name: 'Accessibility', href: resolve('/about/accessibility/'), keywords: 'screen reader keys' },
	{ name: 'What changed', href: resolve('/about/changes/'), keywords: 'version news update' },
	{ name: 'What the questions lean on', href: resolve('/about/questions/'), keywords: 'sources' },
	{ name: 'Let everything go', href: resolve('/let-go/'), keywords: 'delete erase remove all' }
];

/** The pages whose name or synonyms have, for each typed word, a word that begins with it. */
export function findPages(typed: string): AppPage[] {
	const typedWords = toWords(typed);
	return appPages.filter(({ name, keywords = '' }) => {
		const pageWords = toWords(`${name} ${keywords}`);
		return typedWords.every((word) => pageWords.some((one) => one.startsWith(word)));
	});
}

function toWords(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
