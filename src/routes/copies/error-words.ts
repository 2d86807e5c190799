import type { BackupErrorCode } from '$lib/backup/backup';
import type { FolderErrorCode } from '$lib/folder/folder-error';
import type { FormatErrorCode } from '$lib/formats/formats';
import type { FailureWords } from '$lib/app/words/failure-words';

/** The messages for a backup that is not made, or not decrypted. Nothing was changed by it. */
export const backupErrorWords = {
	'not-a-backup': {
		message: 'This file is not a backup made by this app.',
		advice: 'If it comes from another journal, it can be brought in as what it is.'
	},
	'other-key': {
		message: 'This file was sealed for a key, not for a passphrase.',
		advice: 'The age program opens it with that key. What is inside can then be brought in.'
	},
	'too-costly': {
		message: 'Opening this file would take more memory than a browser may spare.',
		advice: 'The age program can open it on a computer. What is inside can then be brought in.'
	},
	'wrong-passphrase': {
		message: 'That did not open it.',
		advice:
			'Nothing was changed, and you can try as often as you like. A backup opens only with the passphrase or code it was made with, even if you have changed the journal’s since. A damaged file can look the same.'
	},
	damaged: {
		message: 'This backup is damaged or incomplete.',
		advice:
			'Nothing was brought in. If you copied or downloaded it, try that again; an older backup may be whole.'
	},
	'too-large': {
		message: 'This file is larger than can be opened here.',
		advice: 'Nothing was brought in.'
	},
	'newer-format': {
		message: 'This backup was made by a newer version of this app.',
		advice:
			'Close every tab of this app and open it again, so that it is brought up to date. Nothing was taken.'
	},
	'unreadable-file': {
		message: 'The browser could not read this file.',
		advice: 'It may have been moved or changed meanwhile. Choose it again.'
	},
	'not-equal': {
		message: 'The new backup was checked, and did not match your journal.',
		advice:
			'So it is not offered to you. Your journal is as it was. Please try again, and keep the older backups until it works.'
	},
	'no-memory': {
		message: 'This device could not spare the memory for it.',
		advice: 'Nothing was changed. Closing other tabs and apps may help.'
	},
	'no-worker': {
		message: 'A part of this app could not be started.',
		advice: 'Nothing was changed. Loading the page again may help.'
	},
	unknown: {
		message: 'Something went wrong that nobody foresaw.',
		advice: 'Nothing was changed. Please load the page again.'
	}
} satisfies Record<BackupErrorCode, FailureWords>;

/** The messages for a file of another program that is rejected as a whole. */
export const formatErrorWords = {
	empty: { message: 'There is nothing in it.', advice: 'Nothing was changed.' },
	unknown: {
		message: 'This is no kind of journal that can be read here.',
		advice:
			'What can be read: a backup of this app, Day One (zip), jrnl (JSON or text), Mini Diary, Markdown files or a zip of them, and plain text. Nothing was changed.'
	},
	'own-backup': {
		message: 'This is a backup of this app.',
		advice: 'Choose it on its own, and type the passphrase or code it was made with.'
	},
	'unpacked-backup': {
		message: 'This is what was inside a backup of this app.',
		advice:
			'Bring in the backup itself, the file that ends in .age: it alone holds everything. Nothing was changed.'
	},
	several: {
		message: 'These are files of different kinds.',
		advice: 'Choose one archive, or several text files of one kind. Nothing was changed.'
	},
	damaged: {
		message: 'This file is cut off or broken.',
		advice: 'Nothing was brought in. Exporting it once more may help.'
	},
	locked: {
		message: 'This archive has a password of its own.',
		advice: 'Unpack it first, or export it without one. Nothing was changed.'
	},
	packing: {
		message: 'This archive is packed in a way that is not read here.',
		advice: 'Unpack it and pack it as an ordinary zip file, or choose the files themselves.'
	},
	'too-large': {
		message: 'This is more than can be taken in at once.',
		advice: 'Export it in parts, by year for example. Nothing was changed.'
	},
	bomb: {
		message: 'This archive would unpack to far more than a journal holds.',
		advice: 'Nothing was brought in.'
	},
	'not-text': {
		message: 'What should be text in this file is not.',
		advice: 'Nothing was changed.'
	},
	'no-pages': {
		message: 'This file was read, and no page is in it.',
		advice: 'Nothing was changed.'
	},
	unreadable: {
		message: 'The browser could not read this file.',
		advice: 'It may have been moved or changed meanwhile. Choose it again.'
	}
} satisfies Record<FormatErrorCode, FailureWords>;

/** The messages for a folder that cannot be read, or a copy that cannot be saved there. The journal is unchanged. */
export const folderErrorWords = {
	'not-allowed': {
		message: 'The browser is not letting this app use the folder.',
		advice:
			'You can ask it again here. If it still refuses, choose the folder again. Your journal is as it was.'
	},
	gone: {
		message: 'The folder is not where it was.',
		advice:
			'It may have been moved, renamed, or be on a drive that is not connected. Connect it, or choose the folder again. Your journal is as it was.'
	},
	full: {
		message: 'There is no room left for a copy.',
		advice:
			'Older copies are all still there. Make room, or choose another folder. Your journal is as it was.'
	},
	unequal: {
		message: 'The copy was read back from the folder, and was not what was put there.',
		advice:
			'So it was removed. Older copies are still there. Please try again; if it happens twice, choose another folder.'
	},
	failed: {
		message: 'The device would not do this with the folder.',
		advice:
			'Older copies are still there, and your journal is as it was. Please try again, or save a backup by hand.'
	}
} satisfies Record<FolderErrorCode, FailureWords>;

/** The message for an import that is not undone. */
export const importChangedWords: FailureWords = {
	message: 'Something of it was changed since it was brought in.',
	advice:
		'Taking it back would lose that, so nothing was changed. Pages can be put in the bin one by one, or several at once, in the journal.'
};
