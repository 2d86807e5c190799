import type { BackupErrorCode } from '$lib/backup/backup';
import type { FolderErrorCode } from '$lib/folder/folder-error';
import type { FormatErrorCode } from '$lib/formats/formats';
import type { FailureWords } from '../failure-words';

/** What a person reads when a backup is not made, or not opened. Nothing was changed by it. */
export const backupWords = {
	'not-a-backup': {
		said: 'This file is not a backup made by this app.',
		then: 'If it comes from another journal, it can be brought in as what it is.'
	},
	'other-key': {
		said: 'This file was sealed for a key, not for a passphrase.',
		then: 'The age program opens it with that key. What is inside can then be brought in.'
	},
	'too-costly': {
		said: 'Opening this file would take more memory than a browser may spare.',
		then: 'The age program can open it on a computer. What is inside can then be brought in.'
	},
	'wrong-passphrase': {
		said: 'That did not open it.',
		then: 'Nothing was changed, and you can try as often as you like. A backup opens only with the passphrase or code it was made with, even if you have changed the journal’s since. A damaged file can look the same.'
	},
	damaged: {
		said: 'This backup is damaged or incomplete.',
		then: 'Nothing was brought in. If you copied or downloaded it, try that again; an older backup may be whole.'
	},
	'too-large': {
		said: 'This file is larger than can be opened here.',
		then: 'Nothing was brought in.'
	},
	'newer-format': {
		said: 'This backup was made by a newer version of this app.',
		then: 'Close every tab of this app and open it again, so that it is brought up to date. Nothing was taken.'
	},
	'unreadable-file': {
		said: 'The browser could not read this file.',
		then: 'It may have been moved or changed meanwhile. Choose it again.'
	},
	'not-equal': {
		said: 'The new backup was checked, and did not match your journal.',
		then: 'So it is not offered to you. Your journal is as it was. Please try again, and keep the older backups until it works.'
	},
	'no-memory': {
		said: 'This device could not spare the memory for it.',
		then: 'Nothing was changed. Closing other tabs and apps may help.'
	},
	'no-worker': {
		said: 'A part of this app could not be started.',
		then: 'Nothing was changed. Loading the page again may help.'
	},
	cancelled: { said: 'Stopped.', then: 'Nothing was changed.' },
	unknown: {
		said: 'Something went wrong that nobody foresaw.',
		then: 'Nothing was changed. Please load the page again.'
	}
} satisfies Record<BackupErrorCode, FailureWords>;

/** What a person reads when a file of another journal is not taken, as a whole. */
export const formatWords = {
	empty: { said: 'There is nothing in it.', then: 'Nothing was changed.' },
	unknown: {
		said: 'This is no kind of journal that can be read here.',
		then: 'What can be read: a backup of this app, Day One (zip), jrnl (JSON or text), Mini Diary, Markdown files or a zip of them, and plain text. Nothing was changed.'
	},
	'own-backup': {
		said: 'This is a backup of this app.',
		then: 'Choose it on its own, and type the passphrase or code it was made with.'
	},
	'unpacked-backup': {
		said: 'This is what was inside a backup of this app.',
		then: 'Bring in the backup itself, the file that ends in .age: it alone holds everything. Nothing was changed.'
	},
	several: {
		said: 'These are files of different kinds.',
		then: 'Choose one archive, or several text files of one kind. Nothing was changed.'
	},
	damaged: {
		said: 'This file is cut off or broken.',
		then: 'Nothing was brought in. Exporting it once more may help.'
	},
	locked: {
		said: 'This archive has a password of its own.',
		then: 'Unpack it first, or export it without one. Nothing was changed.'
	},
	packing: {
		said: 'This archive is packed in a way that is not read here.',
		then: 'Unpack it and pack it as an ordinary zip file, or choose the files themselves.'
	},
	'too-large': {
		said: 'This is more than can be taken in at once.',
		then: 'Export it in parts, by year for example. Nothing was changed.'
	},
	bomb: {
		said: 'This archive would unpack to far more than a journal holds.',
		then: 'Nothing was brought in.'
	},
	'not-text': {
		said: 'What should be text in this file is not.',
		then: 'Nothing was changed.'
	},
	'no-pages': {
		said: 'This file was read, and no page is in it.',
		then: 'Nothing was changed.'
	},
	unreadable: {
		said: 'The browser could not read this file.',
		then: 'It may have been moved or changed meanwhile. Choose it again.'
	},
	cancelled: { said: 'Stopped.', then: 'Nothing was changed.' }
} satisfies Record<FormatErrorCode, FailureWords>;

/** What a person reads when a folder cannot be read, or a copy not be put there. The journal is as it was. */
export const folderWords = {
	'not-allowed': {
		said: 'The browser is not letting this app use the folder.',
		then: 'You can ask it again here. If it still refuses, choose the folder again. Your journal is as it was.'
	},
	gone: {
		said: 'The folder is not where it was.',
		then: 'It may have been moved, renamed, or be on a drive that is not connected. Connect it, or choose the folder again. Your journal is as it was.'
	},
	full: {
		said: 'There is no room left for a copy.',
		then: 'Older copies are all still there. Make room, or choose another folder. Your journal is as it was.'
	},
	unequal: {
		said: 'The copy was read back from the folder, and was not what was put there.',
		then: 'So it was removed. Older copies are still there. Please try again; if it happens twice, choose another folder.'
	},
	failed: {
		said: 'The device would not do this with the folder.',
		then: 'Older copies are still there, and your journal is as it was. Please try again, or save a backup by hand.'
	}
} satisfies Record<FolderErrorCode, FailureWords>;

/** What a person reads when what was brought in is not taken back. */
export const changedSinceWords: FailureWords = {
	said: 'Something of it was changed since it was brought in.',
	then: 'Taking it back would lose that, so nothing was changed. Pages can be put in the bin one by one, or several at once, in the journal.'
};
