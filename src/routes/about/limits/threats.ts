/** A threat to the privacy of entries. */
export interface Threat {
	who: string;
	/** What this app does against it. */
	protection: string;
	/** The limits of that. */
	limit: string;
}

/**
 * The threats the app protects against, and those it does not. This is the only list: README and SECURITY link to it.
 */
export const threats: readonly Threat[] = [
	{
		who: 'Someone opens this browser, and the journal is closed with a passphrase',
		protection:
			'Your words, the questions you answered, their dates and parts stay shut. A wrong try says nothing but that it was wrong.',
		limit:
			'The browser’s history and storage still show that this app was visited, when, and roughly how many pages there are and how large.'
	},
	{
		who: 'Someone opens this browser, and the journal opens by itself',
		protection: 'Nothing holds them up.',
		limit: 'They can read everything. That is what “No, only me” means.'
	},
	{
		who: 'Someone finds it open',
		protection:
			'With a passphrase it closes by itself, after two minutes or what you choose, and the lock at the top closes it at once, in every tab. What you were writing is saved first.',
		limit:
			'Until then they see what you see. The picture that a device keeps of its open apps may show the last screen.'
	},
	{
		who: 'Someone copies the disk, or examines it',
		protection:
			'With a passphrase from the first question on, all they get is sealed records, and each guess at the passphrase is made slow on purpose.',
		limit:
			'A short or well-known passphrase can still be guessed. If the journal once opened by itself, old traces and their key may be left on the disk, and an expert may read them; a deep clean clears the browser’s files of them, and what the disk itself still holds is out of its reach. An old copy of the disk opens with the passphrase of its day.'
	},
	{
		who: 'Someone finds a copy you saved, or the folder your copies go to',
		protection:
			'A backup is sealed for the passphrase or the code it was made with, and its name says only that it is a backup, and of when.',
		limit:
			'They can see that it is there, when it was made and roughly how large it is, and can go on guessing for as long as they like. Prints, and files you took out to read elsewhere, can be read by anyone who finds them.'
	},
	{
		who: 'Someone makes you open it',
		protection:
			'This app cannot prevent that. There is no second, empty journal to show instead: it could be found out.',
		limit: '“Write without keeping” leaves no page to show.'
	},
	{
		who: 'The device is watched: monitoring software, a recorded screen, an administrator, an extension that reads pages',
		protection: 'This app cannot prevent that while the journal is open.',
		limit:
			'They can see what is typed and read, the passphrase too. A device they cannot reach is the better place. Changing things suddenly can draw attention.'
	},
	{
		who: 'Someone who can change this browser’s files, without the passphrase',
		protection:
			'Pages that were changed, swapped, put back to an older state or removed are noticed and named. So is a key that was put among yours: it receives nothing, and no key changes until you have seen it.',
		limit:
			'They can delete everything, put back the whole of an older state, or change the app itself and wait for the passphrase.'
	},
	{
		who: 'Other websites, and whoever sits on the network',
		protection:
			'Nothing is sent to anyone, and the browser is told to refuse anything that tries. No address of this app removes or changes anything, however another website has the browser ask for it. Inside another website the app shows nothing and opens nothing.',
		limit:
			'It can be seen that this address was visited. Where the app shares its address with other pages, below a path, each of them can read, change and delete what is kept there; the app says so before the first word.'
	},
	{
		who: 'Whoever serves this app',
		protection:
			'They never receive what you write. A copy of the app stays in this browser and is used until a new one is fetched.',
		limit: 'A changed app, delivered to you, could read everything once you open the journal.'
	},
	{
		who: 'Keyboards, spelling services, and helpers built into the browser',
		protection:
			'Spelling and writing suggestions are off unless you turn them on. Fields ask not to be remembered.',
		limit:
			'Keyboards and extensions may see what is typed either way, and some browsers may remember pages they have shown.'
	},
	{
		who: 'A translation that sends a page elsewhere',
		protection:
			'Your words, and the fields you type into, are marked as not to be translated. The app’s own words are not, so that it can be read in another language.',
		limit:
			'An extension may ignore the mark, and send everything that is on the screen. It can also be seen elsewhere that a page of this app was translated.'
	},
	{
		who: 'Losing it: cleared site data, a lost device, a forgotten passphrase',
		protection:
			'A recovery code opens the journal when the passphrase is lost. A backup that lies somewhere else brings the pages back.',
		limit:
			'Without the passphrase or the recovery code nobody can open these pages, not even you. Without a backup there is one copy, in this browser; if that data is cleared or damaged, nobody can bring it back.'
	}
];
