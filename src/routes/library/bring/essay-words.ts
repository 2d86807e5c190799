import type { EssayErrorCode } from '$lib/essay/essay-error';
import type { FailureWords } from '$lib/app/words/failure-words';

/** The messages for a file or a text that is rejected as an essay. Nothing of it was saved. */
export const essayErrorWords = {
	empty: { message: 'There is nothing in it.', advice: 'Nothing was changed.' },
	'not-text': {
		message: 'This is no text that can be read here.',
		advice:
			'What can be read: a text file, Markdown, a saved web page, an EPUB. The text itself can be pasted as well. Nothing was changed.'
	},
	'too-large': {
		message: 'This is longer than an essay can be here.',
		advice:
			'Two million letters are the most, or 50 MB of a file. The part you want can be pasted by itself. Nothing was changed.'
	},
	damaged: {
		message: 'This file is cut off or broken.',
		advice: 'Nothing was brought in. Saving or downloading it once more may help.'
	},
	locked: {
		message: 'This book is locked, and opens only in the app of the shop it came from.',
		advice: 'If you can see its text, you can paste it. Nothing was changed.'
	},
	'nothing-found': {
		message: 'It was read, and there is no text of an essay in it.',
		advice:
			'A page may draw its text only while it is open: copy the text there, and paste it here. Nothing was changed.'
	},
	unreadable: {
		message: 'The browser could not read this file.',
		advice: 'It may have been moved or changed meanwhile. Choose it again.'
	}
} satisfies Record<EssayErrorCode, FailureWords>;

/** The message for an import that is not undone. */
export const essayChangedWords: FailureWords = {
	message: 'This was changed or removed since, perhaps in another tab.',
	advice:
		'Taking it back would lose that, so nothing was changed. It can be changed or removed on the shelf.'
};

/** The message for a companion file that is refused; its problems are listed below it. */
export const companionErrorWords: FailureWords = {
	message: 'This is a companion file, and something in it is not as it should be.',
	advice: 'Nothing was brought in. Whoever made it can mend it with what follows:'
};
