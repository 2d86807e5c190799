import type { Companion } from '$lib/companion/companion';

/** Credits the essay of a companion: `“A Garden”, A. Writer`; without the title if the companion has the same. */
export function essayCredit({ title, essay }: Companion): string {
	const quotedTitle = essay.title && essay.title !== title ? `“${essay.title}”` : '';
	return [quotedTitle, essay.author].filter(Boolean).join(', ');
}
