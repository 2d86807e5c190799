import type { JournalSnapshot } from '$lib/model/snapshot';
import { decryptCommand } from './file-names';

/** What stands in README.txt: how the file was opened, and what lies beside it. */
export function readme(
	name: string,
	{ entries, versions, prompts, library }: JournalSnapshot
): string {
	return `A journal, kept with Own Voice
==============================

HOW TO OPEN THE FILE THAT THIS CAME FROM

It is in the age format (age-encryption.org). With the age program:

    ${decryptCommand(name)}

It asks for the passphrase that was given when the file was made. Where that was the recovery code, type it in
capital letters and with its hyphens, as it was shown. Then unpack journal.zip, for example with

    unzip journal.zip -d journal

To have the journal in the app again, give the .age file to the app itself. Nothing has to be unpacked for that.

WHAT IS IN IT

journal.json   everything: the pages (${entries.length}), their earlier texts (${versions.length}), the notes beside them, check-ins,
               questions of your own (${prompts.length}), essays you brought (${library.length}), and what you chose. The app reads
               this file alone.
pages/         the same pages to read, one Markdown file each, named by day and time. Those that you hid, sealed
               or put in the bin are among them. Earlier texts are not.
padding        zeros, so that the size of the .age file says little of how much you have written.

The .age file is sealed. What you unpack from it is not: anyone who can open the folder can read it.
`;
}
