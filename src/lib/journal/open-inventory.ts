import { randomId, type Opened } from '$lib/vault/vault';
import {
	changedOn,
	pageOf,
	pageValue,
	readPage,
	readRoot,
	rootValue,
	type Damage,
	type Item,
	type Page,
	type Root
} from './inventory';
import { JournalError } from './journal-error';

/** A record to write. `was` is the revision it replaces, null for a new one; `what` names it for people. */
export interface Plain {
	id: string;
	was: number | null;
	what: string;
	value: unknown;
}

/** An opened record. */
export interface Read {
	id: string;
	rev: number;
	value: unknown;
}

/** What was read of an inventory. */
export interface Taken {
	/** The records that it lists, by id. */
	items: Map<string, Item>;
	/** The ids of the records that it is made of. */
	own: Set<string>;
	damage: Damage[];
}

/**
 * The inventory of a journal as this tab last read or wrote it: which records there are, on which page each
 * stands, and in which revision every page and the root are. It reads and writes nothing by itself.
 */
export class OpenInventory {
	rootId: string;
	#rootRev = 0;
	#root: Root = new Map();
	#pages = new Map<number, { rev: number; page: Page }>();
	#complete = true;

	constructor(rootId: string) {
		this.rootId = rootId;
	}

	/** Throws while a part of it is damaged: a write would hide what is missing. */
	checkComplete(): void {
		if (this.#complete) return;
		throw new JournalError('damaged-inventory', 'the inventory must be taken anew first');
	}

	get complete(): boolean {
		return this.#complete;
	}

	/** The ids of the records that it is made of, as far as they are known. */
	get own(): string[] {
		return [this.rootId, ...[...this.#root.values()].map(({ id }) => id)];
	}

	/** The id of the record that holds a page; null for a page that nothing stands on. */
	pageId(number: number): string | null {
		return this.#root.get(number)?.id ?? null;
	}

	/** Takes in the root alone, to learn of which records the inventory is made; false if it does not open. */
	takeRoot(record: Opened | undefined): boolean {
		const root = record && 'value' in record ? readRoot(record.value) : null;
		if (root) this.#root = root;
		return root !== null;
	}

	/** Takes it in from all the opened records. Incomplete where a part of it is damaged. */
	take(byId: ReadonlyMap<string, Opened>): Taken {
		this.#pages = new Map();
		const items = new Map<string, Item>();
		const own = new Set([this.rootId]);
		const damage: Damage[] = [];
		const rootRecord = byId.get(this.rootId);
		const root = rootRecord && 'value' in rootRecord ? readRoot(rootRecord.value) : null;
		if (!rootRecord || !root) {
			this.#complete = false;
			const code = rootRecord ? 'unreadable' : 'missing';
			return { items, own, damage: [{ id: this.rootId, code, what: 'inventory' }] };
		}
		this.#root = root;
		this.#rootRev = rootRecord.rev;
		for (const [number, { id, rev }] of root) {
			own.add(id);
			const record = byId.get(id);
			const page = record && 'value' in record ? readPage(record.value) : null;
			if (!record || !page || record.rev !== rev) {
				const code = !record ? 'missing' : page ? 'rolled-back' : 'unreadable';
				damage.push({ id, code, what: 'inventory' });
				continue;
			}
			this.#pages.set(number, { rev, page });
			for (const [key, item] of page) items.set(key, item);
		}
		this.#complete = damage.length === 0;
		return { items, own, damage };
	}

	/**
	 * What it will be after these records are written and those removed: its changed pages and root, and what
	 * to do once they are kept.
	 */
	next(
		plain: readonly Plain[],
		removed: readonly { id: string }[] = []
	): { plain: Plain[]; accept(): void } {
		const changed = new Map<number, Map<string, Item>>();
		for (const { id, was, what } of plain) {
			const number = pageOf(id);
			const page = changed.get(number) ?? new Map(this.#pages.get(number)?.page);
			changed.set(number, page.set(id, { rev: (was ?? 0) + 1, what }));
		}
		for (const { id } of removed) {
			const number = pageOf(id);
			const page = changed.get(number) ?? new Map(this.#pages.get(number)?.page);
			page.delete(id);
			changed.set(number, page);
		}
		const root = new Map(this.#root);
		const pages = [...changed].map(([number, page]) => {
			const before = this.#root.get(number);
			const id = before?.id ?? randomId();
			root.set(number, { id, rev: (before?.rev ?? 0) + 1 });
			return { id, was: before?.rev ?? null, what: '', value: pageValue(page) };
		});
		const rootRecord = { id: this.rootId, was: this.#rootRev, what: '', value: rootValue(root) };
		return {
			plain: [...pages, rootRecord],
			accept: () => {
				this.#root = root;
				this.#rootRev += 1;
				for (const [number, page] of changed) {
					this.#pages.set(number, { rev: root.get(number)?.rev ?? 1, page });
				}
			}
		};
	}

	/**
	 * After another tab wrote: takes in the root, which may be a new one, and the pages that changed. Returns the ids of
	 * the records that changed on them, but for entries and earlier texts.
	 */
	async reread(read: (ids: string[]) => Promise<Read[]>): Promise<string[]> {
		const [rootRecord] = await read([this.rootId]);
		const root = rootRecord && readRoot(rootRecord.value);
		if (!root) throw new JournalError('damaged-vault', 'the inventory does not open');
		const stale = [...root].filter(([number, { id, rev }]) => {
			return this.#pages.get(number)?.rev !== rev || this.#root.get(number)?.id !== id;
		});
		const changed: string[] = [];
		const opened = new Map(
			(await read(stale.map(([, { id }]) => id))).map((record) => [record.id, record])
		);
		for (const [number, { id }] of stale) {
			const record = opened.get(id);
			const page = record && readPage(record.value);
			if (!page) throw new JournalError('damaged-vault', 'a page of the inventory does not open');
			changed.push(...changedOn(this.#pages.get(number)?.page ?? new Map<string, Item>(), page));
			this.#pages.set(number, { rev: record.rev, page });
		}
		this.#root = new Map(
			[...root].map(([number, { id }]) => [number, { id, rev: this.#pages.get(number)?.rev ?? 0 }])
		);
		this.#rootRev = rootRecord.rev;
		return changed;
	}
}

/** Whether a record is part of an inventory, this one or an earlier. */
export function isInventory(value: unknown): boolean {
	return readRoot(value) !== null || readPage(value) !== null;
}
