/** What is said of the code that opens the copies in a folder. */
export const codeWords = {
	name: 'Folder code',
	opens:
		'It opens the copies in this folder, on any device. Write it on paper and keep it away from this device. Inside the journal it is kept as well, sealed, so that copies can be made without asking you.',
	strong: 'It does not open the journal. Without it nobody can open these copies, not even you.',
	printed: [
		'Made on',
		'for the copies that Own Voice puts into a folder. It opens them there, and whoever holds it can do so. The program age opens them with it too. Keep it away from that device.'
	]
} satisfies { name: string; opens: string; strong: string; printed: [string, string] };
