/** What the front matter of a page of ours says of its form. */
export const FORMAT_ID = 'own-voice/1';
