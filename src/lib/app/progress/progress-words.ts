import type { Progress } from '$lib/backup/backup';

/** What is said while a backup is made or opened. */
export const progressWords = {
	key: 'Making the key. On a phone this may take a few seconds.',
	writing: 'Sealing your pages.',
	reading: 'Opening it, and looking at every page.'
} satisfies Record<Progress['doing'], string>;
