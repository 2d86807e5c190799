/** The database. Its name is visible to whoever looks into the browser's storage. */
export const DATABASE = 'own-voice';

/** A database that is made and deleted at once, at each start; empty, and bound to go with the other by its name. */
export const LOG_DATABASE = `${DATABASE}-log`;
