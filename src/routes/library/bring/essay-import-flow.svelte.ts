import { parseCompanion, type Companion } from '$lib/companion/companion';
import type { ExtractedEssay } from '$lib/essay/essay';
import { EssayError } from '$lib/essay/essay-error';
import {
	newLibraryItem,
	findOriginal,
	standaloneItems,
	withContents,
	type LibraryItem,
	isSameItem
} from '$lib/model/library-item';
import type { Session } from '$lib/session/session.svelte';
import { outline } from '$lib/app/reading/builtin-outline';
import { EssayLayout } from './essay-layout.svelte';
import { ChangedSinceError } from '$lib/app/progress/changed-since';
import { buildCompanion, buildOriginal } from './build-companion';

/** A companion to which an essay may belong, with the fields needed here. */
export type CandidateCompanion = Pick<Companion, 'id' | 'title' | 'essay'> & {
	sections: readonly Pick<Companion['sections'][number], 'id' | 'number' | 'name' | 'heading'>[];
};

/** The saved item, and the one it replaced, for an undo. */
interface SavedImport {
	item: LibraryItem;
	previous: LibraryItem | null;
}

/** How many headings must match before a text is recognised as a known essay. */
const MIN_MATCHING_HEADINGS = 2;

/** The import of an essay: read, laid out, saved, undone. It outlives the page's sheet. */
export class EssayImportFlow {
	readonly #session: Session;
	readonly layout = new EssayLayout();
	#essay = $state.raw<ExtractedEssay | null>(null);
	/** A companion that somebody sent. */
	#received = $state.raw<Companion | null>(null);
	/** The id of the companion whose essay this is; null for an essay of its own. */
	#companionId = $state<string | null>(null);
	#error = $state.raw<unknown>(null);
	#isAskingProtection = $state(false);
	#isRunning = $state(false);
	#saved = $state.raw<SavedImport | null>(null);
	#isUndone = $state(false);
	title = $state('');
	author = $state('');

	constructor(session: Session) {
		this.#session = session;
	}

	get essay(): ExtractedEssay | null {
		return this.#essay;
	}
	get received(): Companion | null {
		return this.#received;
	}
	/** The item here that a received companion would replace. */
	get existing(): LibraryItem | null {
		return (
			this.#received &&
			findByCompanionId(this.#received.id, this.#session.journal?.library.all ?? [])
		);
	}
	get companionId(): string | null {
		return this.#companionId;
	}
	/** Why it failed; null while it has not. */
	get error(): unknown {
		return this.#error;
	}
	/** Whether it waits for the answer to how entries are saved here. */
	get isAskingProtection(): boolean {
		return this.#isAskingProtection;
	}
	get isRunning(): boolean {
		return this.#isRunning;
	}
	get savedItem(): LibraryItem | null {
		return this.#saved?.item ?? null;
	}
	get isUndone(): boolean {
		return this.#isUndone;
	}
	/** The companions whose essay this may be. */
	get candidates(): readonly CandidateCompanion[] {
		const { journal } = this.#session;
		return [
			outline,
			...standaloneItems(journal?.library.all ?? []).map(({ companion }) => companion)
		];
	}

	/** Reads a file or a pasted text, without saving it. */
	async read(source: File | string): Promise<void> {
		this.reset();
		this.#isRunning = true;
		try {
			const text = typeof source === 'string' ? source : await readCompanionText(source);
			if (text !== null && looksLikeCompanion(text)) {
				this.#received = parseCompanion(text).companion;
			} else await this.#readEssay(source);
		} catch (error) {
			this.#error = error;
		}
		this.#isRunning = false;
	}

	/** Sets whose essay this is, and matches its pieces to that companion's sections. */
	async assignTo(companionId: string | null): Promise<void> {
		this.#companionId = companionId;
		const { matchSections } = await import('$lib/essay/essay');
		const sections = this.candidates.find(({ id }) => id === companionId)?.sections ?? [];
		const pieces = this.layout.pieces.map(({ heading, paragraphs }) => {
			return { heading, paragraphs: [...paragraphs] };
		});
		this.layout.assign(matchSections(pieces, sections).map(({ section }) => section));
	}

	/**
	 * Saves it; if there is no journal, how to save it is asked first. A received companion replaces the one with its id,
	 * or with `asCopy` is saved beside it. Changes nothing if it fails.
	 */
	async save(asCopy = false): Promise<void> {
		const { journal, storageMode } = this.#session;
		this.#isAskingProtection = !journal && storageMode !== 'device';
		if (this.#isAskingProtection || this.#isRunning) return;
		this.#isRunning = true;
		this.#error = null;
		try {
			const { library } = await this.#session.getOrCreateJournal();
			const { item, previous } = this.#received
				? receiveInto(this.#received, library.all, asCopy)
				: await this.#buildImport(library.all);
			await library.save(item);
			this.#saved = { item, previous };
		} catch (error) {
			this.#error = error;
		}
		this.#isRunning = false;
	}

	/** Undoes the import: the previous item is restored. Nothing that was changed since is changed. */
	async undo(): Promise<void> {
		const saved = this.#saved;
		if (!saved || this.#isRunning) return;
		this.#isRunning = true;
		this.#error = null;
		try {
			const journal = await this.#session.getOrCreateJournal();
			const { item, previous } = saved;
			await journal.library.update(item.id, (current) => {
				if (current ? !isSameItem(current, item) : previous !== null) throw new ChangedSinceError();
				return previous;
			});
			this.#isUndone = true;
		} catch (error) {
			this.#error = error;
		}
		this.#isRunning = false;
	}

	/** Clears what was read. */
	reset(): void {
		this.#essay = null;
		this.#received = null;
		this.#companionId = null;
		this.#error = null;
		this.#isAskingProtection = false;
		this.#saved = null;
		this.#isUndone = false;
		this.title = '';
		this.author = '';
	}

	async #readEssay(source: File | string): Promise<void> {
		const { matchSections, readEssay, readEssayText } = await import('$lib/essay/essay');
		const knownHeadings = this.candidates.flatMap(({ sections }) =>
			sections.flatMap((one) => one.heading ?? [])
		);
		const essay =
			typeof source === 'string'
				? await readEssayText(source, knownHeadings)
				: await readEssay(
						{ name: source.name, content: source, modifiedAt: source.lastModified },
						knownHeadings
					);
		this.#essay = essay;
		this.title = essay.title;
		this.author = essay.author;
		const bestMatch = this.candidates
			.map(({ id, sections }) => ({
				id,
				matchCount: matchSections(essay.parts, sections).filter(({ similarity }) => similarity > 0)
					.length
			}))
			.sort((one, other) => other.matchCount - one.matchCount)[0];
		const companionId =
			bestMatch && bestMatch.matchCount >= MIN_MATCHING_HEADINGS ? bestMatch.id : null;
		const sections = this.candidates.find(({ id }) => id === companionId)?.sections ?? [];
		this.#companionId = companionId;
		this.layout.load(
			matchSections(essay.parts, sections).map(({ part, section }) => ({ ...part, section }))
		);
	}

	async #buildImport(library: readonly LibraryItem[]): Promise<SavedImport> {
		const contents = await this.#buildContents();
		const previous = this.#companionId === null ? null : findOriginal(library, this.#companionId);
		const item = previous
			? withContents(previous, contents)
			: newLibraryItem(contents, this.#companionId);
		return { item, previous };
	}

	async #buildContents(): Promise<Companion> {
		const essayInfo = {
			title: this.title,
			author: this.author,
			language: this.#essay?.language ?? ''
		};
		const pieces = this.layout.pieces.filter(({ isOmitted }) => !isOmitted);
		const companion = this.candidates.find(({ id }) => id === this.#companionId);
		if (!companion) {
			const { default: questions } = await import('$lib/companion/any-essay.companion.md');
			return buildCompanion(essayInfo, pieces, questions);
		}
		const passages = new Map<string, string[]>();
		for (const { section, paragraphs } of pieces) {
			if (section !== null) {
				passages.set(section, [...(passages.get(section) ?? []), ...paragraphs]);
			}
		}
		return buildOriginal(companion, essayInfo, passages);
	}
}

/** The maximum size of a file that may be a companion, in bytes. */
const MAX_FILE_SIZE = 1_100_000;

async function readCompanionText(file: File): Promise<string | null> {
	if (file.size > MAX_FILE_SIZE) return null;
	try {
		return await file.text();
	} catch (cause) {
		throw new EssayError('unreadable', 'the file cannot be read', { cause });
	}
}

/** Whether a text begins as a companion file does: with front matter that states its version. */
function looksLikeCompanion(text: string): boolean {
	const [first = '', ...rows] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 400);
	const end = rows.findIndex((row) => row.trimEnd() === '---');
	return (
		first.trimEnd() === '---' && rows.slice(0, end).some((row) => row.startsWith('companion:'))
	);
}

/** Returns the library item with this companion id; null if there is none. */
function findByCompanionId(id: string, library: readonly LibraryItem[]): LibraryItem | null {
	return standaloneItems(library).find(({ companion }) => companion.id === id) ?? null;
}

function receiveInto(
	received: Companion,
	library: readonly LibraryItem[],
	asCopy: boolean
): SavedImport {
	const previous = asCopy ? null : findByCompanionId(received.id, library);
	if (previous) return { item: withContents(previous, received), previous };
	// Entries name their companion by its id, so ids must be unique.
	const takenIds = new Set([
		outline.id,
		...standaloneItems(library).map(({ companion }) => companion.id)
	]);
	let { id } = received;
	for (let number = 2; takenIds.has(id); number += 1) id = `${received.id.slice(0, 58)}-${number}`;
	return { item: newLibraryItem({ ...received, id }), previous: null };
}
