import { Draft } from '$lib/draft/draft.svelte';
import { decodeVersion } from '$lib/records/codec';
import type { Entry } from '$lib/model/entry';
import { Journal } from '$lib/journal/journal.svelte';
import { momentAt } from '$lib/model/moment';
import type { RecordStore } from '$lib/records/record-store';
import { connectAnew, type TestJournal } from './open-test-journal';

/** One tab of several on a journal, with the pages that are open in it, as the pages of the app use them. */
export class TestTab {
	readonly #made: TestJournal;
	#journal: Journal | null = null;
	#records: RecordStore | null = null;
	/** The drafts of the pages, by the number that the test gives to a page. */
	#drafts = new Map<number, Draft>();

	constructor(made: TestJournal) {
		this.#made = made;
	}

	/** Opens the journal, after a start or a lock. */
	async open(): Promise<void> {
		const { records } = await connectAnew(this.#made);
		this.#records = records;
		this.#journal = await Journal.load(records);
		await this.#journal.loaded;
	}

	get journal(): Journal {
		if (!this.#journal) throw new Error('the tab is not open');
		return this.#journal;
	}
	get drafts(): readonly Draft[] {
		return [...this.#drafts.values()];
	}

	/** The draft of a page: the one that is open in this tab, or one of what the journal holds. */
	draft(page: number, blank: Entry): Draft {
		const open = this.#drafts.get(page);
		if (open) return open;
		const stored = this.journal.find(blank.id);
		const draft = new Draft(
			() => Promise.resolve(this.journal),
			stored?.entry ?? blank,
			stored?.rev ?? null
		);
		this.#drafts.set(page, draft);
		return draft;
	}

	/** The pages follow what the journal holds, as those on the screen do. */
	follow(): void {
		for (const draft of this.drafts) draft.sync(this.journal.find(draft.entry.id));
	}

	/** Puts the page's first earlier text back, if it has one. */
	async restoreFirst(draft: Draft): Promise<void> {
		const [id] = draft.entry.versions;
		if (id === undefined) return;
		const [record] = (await this.#records?.read([id])) ?? [];
		const version = record && decodeVersion(record);
		if (version) await draft.restore(version.text);
	}

	/** Puts a page in the bin, or takes it out. */
	async bin(draft: Draft): Promise<void> {
		await this.journal.annotateAll([draft.entry.id], ({ binned }) => ({
			binned: binned ? null : momentAt(Date.now())
		}));
	}

	/** Saves everything; a page that was let go of elsewhere is kept anew, as its writer may ask. */
	async settle(): Promise<void> {
		this.follow();
		for (const draft of this.drafts) {
			await draft.flush();
			if (draft.isDeleted) await draft.saveAsNew();
		}
	}

	/** Saves what is open and closes it. */
	async lock(): Promise<void> {
		await this.settle();
		this.#drafts.clear();
		this.journal.close();
	}
}
