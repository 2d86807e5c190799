/** What the front matter of a page of ours says of its form. */
export const OWN_FORMAT = 'own-voice/1';
