/** The texts about the code that decrypts the copies in a folder. */
export const folderCodeWords = {
	name: 'Folder code',
	purpose:
		'It opens the copies in this folder, on any device. Write it on paper and keep it away from this device. Inside the journal it is kept as well, sealed, so that copies can be made without asking you.',
	warning: 'It does not open the journal. Without it nobody can open these copies, not even you.',
	printed: [
		'Made on',
		'for the copies that Own Voice puts into a folder. It opens them there, and whoever holds it can do so. The program age opens them with it too. Keep it away from that device.'
	]
} satisfies { name: string; purpose: string; warning: string; printed: [string, string] };
