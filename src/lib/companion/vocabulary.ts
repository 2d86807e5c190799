/** Where the reader stands. A prompt is written for one of these. */
export const stances = ['deciding', 'recent', 'looking-back'] as const;
export type Stance = (typeof stances)[number];

/** How much a prompt asks of the writer. Gentle ones are offered first; deeper ones are never locked. */
export const depths = ['gentle', 'deeper'] as const;
export type Depth = (typeof depths)[number];

/** What a prompt is after. */
export const intents = ['notice', 'feel', 'meaning', 'forward'] as const;
export type Intent = (typeof intents)[number];

/** From where a prompt has the writer look; every view but `first` puts a distance between. */
export const views = ['first', 'observer', 'friend', 'past', 'future', 'letter'] as const;
export type View = (typeof views)[number];
