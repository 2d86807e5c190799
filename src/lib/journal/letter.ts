/** The letters one can write here; none is ever sent by this app. */
export const letters = ['unsent', 'later-self', 'earlier-self'] as const;
export type Letter = (typeof letters)[number];
