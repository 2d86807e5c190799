import type { Depth, Intent, Stance, View } from './vocabulary.ts';

/** One question. */
export interface Prompt {
	/** Stable for as long as the companion lives; entries refer to it. */
	id: string;
	text: string;
	stance: Stance;
	depth: Depth;
	intent: Intent;
	view: View;
	/** The same question for a reader who was left rather than left; null where it needs no other words. */
	left: string | null;
	/** One line for who asks why this is asked; null where nothing is said. */
	why: string | null;
	/** The finding it leans on, by id; null for none. */
	finding: string | null;
}

/** What research has found that prompts lean on, with the limits it has. */
export interface Finding {
	id: string;
	/** A few plain words. */
	title: string;
	said: string;
	/** Where it was found: authors, year, journal. */
	sources: string[];
}

/** One part of the essay: what it says, and what it asks. */
export interface Section {
	/** Stable, like a prompt's. */
	id: string;
	/** From 1, in the order of the essay. */
	number: number;
	/** The short neutral name shown in lists and links. */
	name: string;
	/** The essay's own heading, for the credit line; null where the essay has none. */
	heading: string | null;
	/** The passage, a string a paragraph; plain text. */
	passage: string[];
	/** A note above the prompts, the same for everyone; null where there is none. */
	care: string | null;
	prompts: Prompt[];
}

/** The essay a companion belongs to. */
export interface Essay {
	title: string;
	author: string;
}

/** A section as a list shows it. */
export type SectionOutline = Pick<Section, 'id' | 'number' | 'name' | 'heading'>;

/** A companion without its passages, prompts and findings. */
export type CompanionOutline = Omit<Companion, 'sections' | 'findings'> & {
	sections: SectionOutline[];
};

/** An essay's sections with their prompts. */
export interface Companion {
	id: string;
	title: string;
	/** A BCP 47 language tag. */
	language: string;
	essay: Essay;
	/** What its prompts lean on. */
	findings: Finding[];
	sections: Section[];
}
