/**
 * How much is taken at once. Every size is checked before it is spent, and again while it is. The figures leave
 * room for a long life of writing (a page a day for fifty years is 18,000 pages, some 40 MB) and keep a hostile
 * file below 300 MB of memory.
 */
export const formatLimits = {
	/** Bytes of all that is read out of what was given, unpacked. */
	totalBytes: 100_000_000,
	/** Bytes of one text file, held whole, as bytes and as text. */
	textFileBytes: 24_000_000,
	/** Bytes of one entry in a JSON file, with all that is not taken of it. */
	jsonEntryBytes: 16_000_000,
	/** UTF-16 units of the text of one page; several long novels. */
	textLength: 2_000_000,
	/** Pages in all, taken or not, and the UTF-16 units of all texts. */
	entryCount: 60_000,
	totalTextLength: 50_000_000,
	/** Files in an archive, most of which may be pictures. */
	archiveFiles: 200_000,
	/** Bytes of an archive's list of files. */
	archiveDirectoryBytes: 40_000_000,
	/** How often an archive may hold a file's packed size; text packs to a fifth, at best to a thirtieth. */
	compressionRatio: 100,
	/** Unpacked bytes below which the ratio says nothing. */
	ratioFromBytes: 1_000_000,
	/** Values within one entry in a JSON file, and names of its outermost object. */
	jsonValues: 500_000,
	/** Brackets within brackets in JSON, and levels of front matter. */
	nestingDepth: 64,
	/** What is not taken and named one by one; beyond it only counted. */
	skippedItems: 50_000,
	/** Tags of one page, and UTF-16 units of one tag, of a label, of a question. */
	tagCount: 100,
	tagLength: 200,
	labelLength: 200,
	questionLength: 1_000,
	/** Tokens of front matter, seven for each of 20,000 keys, and UTF-16 units of it. */
	frontMatterTokens: 150_000,
	frontMatterLength: 1_000_000,
	/** The years in which a page can have been written. */
	firstYear: 1800,
	lastYear: 2199
} as const;
