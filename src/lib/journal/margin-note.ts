import { randomId } from '$lib/vault/vault';
import { momentAt, type Moment } from './moment';

/** What a writer noted beside a page when they read it again; the page itself stays as it was. */
export interface MarginNote {
	/** 128 random bits, in hex. */
	id: string;
	text: string;
	/** When it was noted; a later wording does not move it. */
	written: Moment;
}

/** Takes a text and returns a note of now, without the white space round it. */
export function newMarginNote(text: string): MarginNote {
	return { id: randomId(), text: text.trim(), written: momentAt(Date.now()) };
}

/** The notes with another text for one of them; a text without a word takes the note away. */
export function reworded(notes: readonly MarginNote[], id: string, text: string): MarginNote[] {
	const said = text.trim();
	return notes.flatMap((note) =>
		note.id !== id ? [note] : said === '' ? [] : [{ ...note, text: said }]
	);
}
