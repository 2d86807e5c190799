/** The database. Its name is visible to whoever looks into the browser's storage. */
export const DATABASE_NAME = 'own-voice';
