/** What the front matter of an entry in Markdown names as its format; ids are derived from it too. */
export const FORMAT_ID = 'own-voice/1';

/** What journal.json, in every backup, names as its format. */
export const JOURNAL_FORMAT = 'own-voice journal';
