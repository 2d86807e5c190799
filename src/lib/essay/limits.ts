/** What an essay may be at most; the longest essays are books of half a million letters. */
export const essayLimits = {
	/** Bytes of a file that is no book, and of one text in a book. */
	fileBytes: 50_000_000,
	/** UTF-16 units of the text that is taken. */
	textLength: 2_000_000,
	/** Pieces of text: paragraphs and headings. */
	blockCount: 50_000,
	/** Texts in a book. */
	chapterCount: 2_000,
	/** Parts that come out; where headings are more, neighbours are joined. */
	partCount: 200,
	/** UTF-16 units of a heading; what is longer is a paragraph. */
	headingLength: 200
} as const;
