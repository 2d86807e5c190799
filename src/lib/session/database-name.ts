/** The name of the database. It is visible to anyone who looks into the browser's storage. */
export const DATABASE_NAME = 'own-voice';
