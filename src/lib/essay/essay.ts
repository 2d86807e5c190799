/**
 * Essays as people have them: a text, a web page that was saved, Markdown, an EPUB. Reading gives the title, the author
 * and the parts in their order, without the furniture of the page they stood on, and puts none of it anywhere. What a
 * file is, its content says. Nothing of it is run, and no picture or address in it is asked for. It is read as a whole,
 * within limits that are checked before anything is spent, or refused with one code.
 *
 * `matched` lays the parts beside the sections of a companion, as a suggestion for a person to correct.
 */
export { EssayError } from './essay-error';
export { matchSections } from './match-sections';
export { readEssay, readEssayText } from './read-essay';
export type { ExtractedEssay } from './blocks';
