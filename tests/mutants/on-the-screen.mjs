import { browser, built, node, wholeRunOnly } from './mutant.mjs';

/**
 * Faults in what a person sees, finds and leaves by.
 *
 * @type {import('./mutant.mjs').Mutant[]}
 */
export const onTheScreen = [
	{
		name: 'hidden pages come into the search',
		file: 'src/lib/queries/statistics.ts',
		find: 'return !hidden && sealedUntil === null;',
		put: 'return sealedUntil === null;',
		red: [browser('entry-search', 'those that are shown are found as they are now')]
	},
	{
		name: 'a sealed page is ready before its day',
		file: 'src/lib/model/time-lock.ts',
		find: 'momentAt(Date.now()).day) < lockedUntil',
		put: 'momentAt(Date.now()).day) > lockedUntil',
		red: [
			node(
				'model/time-lock',
				'sealed until 2026-11-23 is locked on',
				'sealed until %s is %s on 22 November 2026'
			)
		]
	},
	{
		name: 'the bin is emptied a day too early',
		file: 'src/lib/model/bin.ts',
		find: 'parseISO(binned.day)) >= BIN_DAYS;',
		put: 'parseISO(binned.day)) >= BIN_DAYS - 1;',
		red: [node('model/bin', 'lies in the bin for thirty days by the calendar')]
	},
	{
		name: 'what is put in the bin goes at once',
		file: 'src/lib/model/bin.ts',
		find: 'if (!binned) return false;',
		put: 'return binned !== null;',
		red: [browser('many', 'the bin stands apart, gives back, and keeps what it holds')]
	},
	{
		name: 'the box one writes in may be remembered by the browser',
		file: 'src/routes/write/EntryEditor.svelte',
		find: '\t\t\tautocomplete="off"\n',
		put: '',
		red: [node('fields', 'every field asks not to be remembered')]
	},
	{
		name: 'a sealed page shows its words',
		file: 'src/routes/journal/entry/EntryView.svelte',
		find: "if (!isTimeLockDismissed && timeLockOf(entry) !== 'none') return 'time-lock';",
		put: '',
		red: [
			wholeRunOnly('earlier-versions', 'a sealed page shows no earlier version until it is opened')
		]
	},
	{
		name: 'a lock loads no fresh document',
		file: 'src/lib/session/session.svelte.ts',
		find: '\t\tlocation.reload();\n',
		put: '',
		red: [wholeRunOnly('timed/vault-lock', 'closing loads a fresh document')]
	},
	{
		name: 'a journal that is gone is taken for a first visit',
		file: 'src/lib/session/journal-lifecycle.svelte.ts',
		find: "journalMarker.exists() ? 'missing' : 'none'",
		put: "'none'",
		red: [wholeRunOnly('failure', 'a journal that is gone is missed')]
	},
	{
		name: 'leaving quickly covers a moment later',
		file: 'static/cover.js',
		find: "keep(COVERED, '1');\n\t\tcover();",
		put: "keep(COVERED, '1');\n\t\tsetTimeout(cover);",
		red: [built('timed/leave-cover', 'S3 Leave quickly hides everything in the same task')]
	},
	{
		name: 'the words of a page become markup on paper',
		file: 'src/routes/print/PrintedEntry.svelte',
		find: '<p class="words" dir="auto" translate="no">{paragraph}</p>',
		put: '<p class="words" dir="auto" translate="no">{@html paragraph}</p>',
		red: [
			built(
				'hostile',
				'nothing in pages of Day One runs or fetches anything',
				'runs or fetches anything'
			)
		]
	},
	{
		name: 'pages that are not open yet are missing from a file',
		file: 'src/routes/copies/take-out/ExportPanel.svelte',
		find: '\t\t\tawait journal.ensureLoaded();\n',
		put: '',
		red: [
			wholeRunOnly('take-out', 'no page that is not open yet is missing from a file in silence')
		]
	},
	{
		name: 'texts may become markup (no Trusted Types)',
		file: 'svelte.config.js',
		find: "'require-trusted-types-for': ['script'],",
		put: '',
		red: [built('blocked', 'the policy in the page itself blocks hostile script too')]
	},
	{
		name: 'a page may ask other places (policy)',
		file: 'svelte.config.js',
		find: "'connect-src': ['self'],",
		put: "'connect-src': ['self', 'http:', 'https:'],",
		red: [built('blocked', 'the policy in the page itself blocks hostile script too')]
	},
	{
		name: 'the words of a page are given to a translator',
		file: 'src/lib/app/entry-list/EntryRow.svelte',
		find: 'dir="auto" translate="no">{entry.text ||',
		put: 'dir="auto">{entry.text ||',
		red: [built('untranslated', 'no page of the app gives a translator a word that a person wrote')]
	},
	{
		name: 'what a translator replaces is no longer the app’s',
		file: 'src/lib/ui/preserve-text-nodes.ts',
		find: "if (!(node instanceof Text) || node.isConnected || node.data.trim() === '') return;",
		put: 'if (node) return;',
		red: [
			browser(
				'preserve-text-nodes',
				'what the app writes to a translated text is shown, and the old translation is gone'
			)
		]
	},
	{
		name: 'who meets another tab’s change gives up at once',
		file: 'src/lib/records/retry.ts',
		find: 'for (let made = from; made <= to; made += 1) {',
		put: 'for (let made = from; made <= 1 && made <= to; made += 1) {',
		red: [
			browser(
				'two-tabs',
				'two tabs that name one way in at once both succeed, and show the same name'
			)
		]
	}
];
