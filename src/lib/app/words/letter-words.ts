import type { LetterKind } from '$lib/model/vocabulary';

/** The title of each letter, its description, and an optional first line. */
export const letterWords: Record<LetterKind, { title: string; lead: string; opening: string }> = {
	unsent: {
		title: 'Not for sending',
		lead: 'A letter to someone, written so that it can stay here. It does not have to be fair, kind or complete. Afterwards you can keep it, seal it or let it go.',
		opening: 'There is something I would say if nobody had to answer.'
	},
	'later-self': {
		title: 'To me, later',
		lead: 'A letter to yourself at some later time. When you stop, you choose how far off that is. You need not know where you will be by then. Writing from where you sit now is enough.',
		opening: 'From here I cannot see you yet, so I will tell you about today.'
	},
	'earlier-self': {
		title: 'To me, earlier',
		lead: 'A letter to the person you were on any one day you remember. It is not there to correct them. You might tell them something, or keep them company for a page.',
		opening: 'I am thinking of you there, from further on.'
	}
};
