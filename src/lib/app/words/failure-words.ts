import type { FailureCode } from '$lib/session/failure';

/** The message for something that cannot be decrypted or saved. */
export interface FailureWords {
	/** What happened. */
	message: string;
	/** What is still there, and what to do. */
	advice: string;
}

/** A message for every code; nothing else in the app words a failure. */
export const failureWords = {
	'no-crypto': {
		message: 'This browser cannot seal what you write here.',
		advice:
			'Sealing needs an address that begins with https. Nothing can be kept at this one. You can still read.'
	},
	'no-wasm': {
		message: 'This browser does not run what a passphrase needs here.',
		advice:
			'A strict setting, such as Lockdown Mode, may have switched WebAssembly off. The recovery code opens your pages without it. Nothing has been changed.'
	},
	'no-worker': {
		message: 'A part of this app could not be started.',
		advice:
			'Nothing has been changed. Closing other tabs of this app may help, and so may loading the page again.'
	},
	'no-storage': {
		message: 'This browser does not let this app keep anything.',
		advice:
			'That happens in some private windows, in Lockdown Mode, and where site data is switched off. Nothing you write here can be kept. You can still read.'
	},
	'no-key': {
		message: 'Your pages are here, but the key that opens them is not.',
		advice:
			'The browser did not give back the key it was keeping. Nothing has been deleted. Closing the browser and opening it again may help.'
	},
	'storage-full': {
		message: 'There is no room left on this device.',
		advice:
			'What was saved before is still here. Free some space on the device, and saving can go on.'
	},
	'newer-format': {
		message: 'Your pages were saved by a newer version of this app.',
		advice:
			'This tab is running an older one and will not write over them. Close every tab of this app, and open it again.'
	},
	'other-version-open': {
		message: 'Another tab is using a different version of this app.',
		advice: 'Nothing has been changed. Close the other tabs of this app, then load this page again.'
	},
	gone: {
		message: 'The journal this page belongs to is no longer in this browser.',
		advice:
			'It was removed while this tab was open. If there are words on this page that you want, copy them before you close it.'
	},
	'other-key': {
		message: 'The way to open this journal was changed in another tab.',
		advice: 'Open the journal again with the new way, and saving goes on.'
	},
	'deleted-elsewhere': {
		message: 'This page was let go of in another tab.',
		advice: 'The words here are only in this tab now. Copy them if you want to keep them.'
	},
	busy: {
		message: 'Other tabs of this app kept the journal busy.',
		advice: 'What was saved before is still here. Close some of those tabs, and try again.'
	},
	timeout: {
		message: 'The browser’s storage does not answer.',
		advice: 'What was saved before is still here. Closing other tabs of this app often helps.'
	},
	'connection-lost': {
		message: 'The connection to the browser’s storage broke.',
		advice:
			'What was saved before is still here. If trying again does not help, load the page again.'
	},
	'damaged-manifest': {
		message: 'The list of your pages is damaged.',
		advice:
			'Nothing new can be saved until you have seen, on the journal page, what is missing. This is so that no loss goes unnoticed.'
	},
	incomplete: {
		message: 'Not all of your pages could be opened.',
		advice: 'Nothing has been changed. Loading this page again may help.'
	},
	'damaged-slot': {
		message: 'What holds the key to your pages is damaged.',
		advice: 'Nothing has been deleted. Closing the browser and opening it again may help.'
	},
	'slots-damaged': {
		message: 'The ways to open your pages are not as they were left.',
		advice:
			'Your pages are safe and can be written on. Until this is settled no way in is added, changed or removed, so that no key goes to somebody else. “How pages are kept”, in the settings, says more.'
	},
	'too-much-memory': {
		message: 'This way in asks for more memory than this app uses, or this device has.',
		advice:
			'Nothing has been changed. Closing other tabs and apps may help, and another way in, such as the recovery code, needs no memory at all.'
	},
	'damaged-vault': {
		message: 'Something that is needed for opening your pages is damaged.',
		advice: 'Nothing has been deleted. Closing the browser and opening it again may help.'
	},
	unknown: {
		message: 'Something unexpected went wrong.',
		advice:
			'Nothing that was saved has been deleted. If something here is not saved yet, copy it first; then load the page again.'
	}
} satisfies Record<FailureCode, FailureWords>;
