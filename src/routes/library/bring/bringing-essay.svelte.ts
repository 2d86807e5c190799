import { parseCompanion, type Companion } from '$lib/companion/companion';
import type { FoundEssay } from '$lib/essay/essay';
import { EssayError } from '$lib/essay/essay-error';
import {
	newLibraryItem,
	findOriginal,
	standaloneItems,
	withContents,
	type LibraryItem
} from '$lib/model/library-item';
import type { Session } from '$lib/session/session.svelte';
import { outline } from '../../companion-in-use';
import { LayingOut } from './laying-out.svelte';
import { ChangedSince } from './changed-since';
import { isSame } from '../same-companion';
import { companionOfEssay, originalOf } from './made-companion';

/** A companion that essays may belong to, as far as matters here. */
export type Place = Pick<Companion, 'id' | 'title' | 'essay'> & {
	sections: readonly Pick<Companion['sections'][number], 'id' | 'number' | 'name' | 'heading'>[];
};

/** What was kept, and how it is taken back. */
interface Kept {
	one: LibraryItem;
	before: LibraryItem | null;
}

/** As many headings must be alike before a text is taken for an essay that is known. */
const ALIKE = 2;

/** An essay on its way to the shelf: read, laid out, kept, taken back. It outlives the page's sheet. */
export class BringingEssay {
	readonly #session: Session;
	readonly layout = new LayingOut();
	#found = $state.raw<FoundEssay | null>(null);
	/** A companion that somebody sent. */
	#sent = $state.raw<Companion | null>(null);
	/** Whose words these are, by the id of the companion; null for an essay of its own. */
	#of = $state<string | null>(null);
	#error = $state.raw<unknown>(null);
	#asking = $state(false);
	#working = $state(false);
	#kept = $state.raw<Kept | null>(null);
	#takenBack = $state(false);
	title = $state('');
	author = $state('');

	constructor(session: Session) {
		this.#session = session;
	}

	get found(): FoundEssay | null {
		return this.#found;
	}
	get sent(): Companion | null {
		return this.#sent;
	}
	/** The companion here whose place the one that was sent would take. */
	get standing(): LibraryItem | null {
		return this.#sent && ofSameId(this.#sent.id, this.#session.journal?.library.all ?? []);
	}
	get of(): string | null {
		return this.#of;
	}
	/** Why it failed; null while it has not. */
	get error(): unknown {
		return this.#error;
	}
	/** It waits for the answer to how pages are kept here. */
	get asking(): boolean {
		return this.#asking;
	}
	get working(): boolean {
		return this.#working;
	}
	get kept(): LibraryItem | null {
		return this.#kept?.one ?? null;
	}
	get takenBack(): boolean {
		return this.#takenBack;
	}
	/** The companions whose essay this may be. */
	get places(): readonly Place[] {
		const { journal } = this.#session;
		return [
			outline,
			...standaloneItems(journal?.library.all ?? []).map(({ companion }) => companion)
		];
	}

	/** Reads a file, or a text that was pasted. Nothing of it is kept. */
	async read(given: File | string): Promise<void> {
		this.again();
		this.#working = true;
		try {
			const text = typeof given === 'string' ? given : await companionText(given);
			if (text !== null && isCompanion(text)) this.#sent = parseCompanion(text).companion;
			else await this.#readEssay(given);
		} catch (error) {
			this.#error = error;
		}
		this.#working = false;
	}

	/** Says whose essay this is, and lays its pieces beside that companion's parts. */
	async belongsTo(of: string | null): Promise<void> {
		this.#of = of;
		const { matched } = await import('$lib/essay/essay');
		const sections = this.places.find(({ id }) => id === of)?.sections ?? [];
		const pieces = this.layout.pieces.map(({ heading, paragraphs }) => {
			return { heading, paragraphs: [...paragraphs] };
		});
		this.layout.assign(matched(pieces, sections).map(({ section }) => section));
	}

	/**
	 * Keeps it; where there is no journal, how it is to be kept is asked first. A companion that was sent takes the
	 * place of the one of its id, or comes `beside` it. Changes nothing when it fails.
	 */
	async keep(beside = false): Promise<void> {
		const { journal, decided } = this.#session;
		this.#asking = !journal && decided !== 'device';
		if (this.#asking || this.#working) return;
		this.#working = true;
		this.#error = null;
		try {
			const { library } = await this.#session.journalToKeepIn();
			const { one, before } = this.#sent
				? sentIn(this.#sent, library.all, beside)
				: await this.#madeIn(library.all);
			await library.save(one);
			this.#kept = { one, before };
		} catch (error) {
			this.#error = error;
		}
		this.#working = false;
	}

	/** Takes it back: what stood there before stands there again. Changes nothing that was changed since. */
	async takeBack(): Promise<void> {
		const kept = this.#kept;
		if (!kept || this.#working) return;
		this.#working = true;
		this.#error = null;
		try {
			const journal = await this.#session.journalToKeepIn();
			const { one, before } = kept;
			await journal.library.update(one.id, (now) => {
				if (now ? !isSame(now, one) : before !== null) throw new ChangedSince();
				return before;
			});
			this.#takenBack = true;
		} catch (error) {
			this.#error = error;
		}
		this.#working = false;
	}

	/** Forgets what was read. */
	again(): void {
		this.#found = null;
		this.#sent = null;
		this.#of = null;
		this.#error = null;
		this.#asking = false;
		this.#kept = null;
		this.#takenBack = false;
		this.title = '';
		this.author = '';
	}

	async #readEssay(given: File | string): Promise<void> {
		const { matched, readEssay, readEssayText } = await import('$lib/essay/essay');
		const known = this.places.flatMap(({ sections }) =>
			sections.flatMap((one) => one.heading ?? [])
		);
		const found =
			typeof given === 'string'
				? await readEssayText(given, known)
				: await readEssay({ name: given.name, content: given, changed: given.lastModified }, known);
		this.#found = found;
		this.title = found.title;
		this.author = found.author;
		const likely = this.places
			.map(({ id, sections }) => ({
				id,
				alike: matched(found.parts, sections).filter(({ likeness }) => likeness > 0).length
			}))
			.sort((one, other) => other.alike - one.alike)[0];
		const place = likely && likely.alike >= ALIKE ? likely.id : null;
		const sections = this.places.find(({ id }) => id === place)?.sections ?? [];
		this.#of = place;
		this.layout.lay(
			matched(found.parts, sections).map(({ part, section }) => ({ ...part, section }))
		);
	}

	async #madeIn(library: readonly LibraryItem[]): Promise<Kept> {
		const contents = await this.#contents();
		const before = this.#of === null ? null : findOriginal(library, this.#of);
		const one = before ? withContents(before, contents) : newLibraryItem(contents, this.#of);
		return { one, before };
	}

	async #contents(): Promise<Companion> {
		const about = { title: this.title, author: this.author, language: this.#found?.language ?? '' };
		const pieces = this.layout.pieces.filter(({ leftOut }) => !leftOut);
		const place = this.places.find(({ id }) => id === this.#of);
		if (!place) {
			const { default: questions } = await import('$lib/companion/any-essay.companion.md');
			return companionOfEssay(about, pieces, questions);
		}
		const passages = new Map<string, string[]>();
		for (const { section, paragraphs } of pieces) {
			if (section !== null) {
				passages.set(section, [...(passages.get(section) ?? []), ...paragraphs]);
			}
		}
		return originalOf(place, about, passages);
	}
}

/** Bytes of a file that may be a companion. */
const MAX_FILE_SIZE = 1_100_000;

async function companionText(file: File): Promise<string | null> {
	if (file.size > MAX_FILE_SIZE) return null;
	try {
		return await file.text();
	} catch (cause) {
		throw new EssayError('unreadable', 'the file cannot be read', { cause });
	}
}

/** Whether a text begins as a companion file does: with front matter that says which version it is of. */
function isCompanion(text: string): boolean {
	const [first = '', ...rows] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 400);
	const end = rows.findIndex((row) => row.trimEnd() === '---');
	return (
		first.trimEnd() === '---' && rows.slice(0, end).some((row) => row.startsWith('companion:'))
	);
}

/** The companion of this id on the shelf; null where there is none. */
function ofSameId(id: string, library: readonly LibraryItem[]): LibraryItem | null {
	return standaloneItems(library).find(({ companion }) => companion.id === id) ?? null;
}

function sentIn(sent: Companion, library: readonly LibraryItem[], beside: boolean): Kept {
	const before = beside ? null : ofSameId(sent.id, library);
	if (before) return { one: withContents(before, sent), before };
	// Pages name their companion by its id, so two of them cannot have one.
	const taken = new Set([
		outline.id,
		...standaloneItems(library).map(({ companion }) => companion.id)
	]);
	let { id } = sent;
	for (let number = 2; taken.has(id); number += 1) id = `${sent.id.slice(0, 58)}-${number}`;
	return { one: newLibraryItem({ ...sent, id }), before: null };
}
