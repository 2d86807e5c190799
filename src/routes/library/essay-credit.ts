import type { Companion } from '$lib/companion/companion';

/** Whose essay a companion follows: `“A Garden”, A. Writer`; without the title where the companion has the same. */
export function essayCredit({ title, essay }: Companion): string {
	const quotedTitle = essay.title && essay.title !== title ? `“${essay.title}”` : '';
	return [quotedTitle, essay.author].filter(Boolean).join(', ');
}
