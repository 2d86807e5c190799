/** The letters one can write here; none is ever sent by this app. */
export const letterKinds = ['unsent', 'later-self', 'earlier-self'] as const;
export type LetterKind = (typeof letterKinds)[number];
