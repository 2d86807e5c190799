/** The seven steps of a bipolar scale: 0 is in the middle. */
export const steps = [-3, -2, -1, 0, 1, 2, 3] as const;
export type Step = (typeof steps)[number];

/** The kinds of letter; none is ever sent by this app. */
export const letterKinds = ['unsent', 'later-self', 'earlier-self'] as const;
export type LetterKind = (typeof letterKinds)[number];
