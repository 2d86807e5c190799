import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { backupName, checkBackup, type Holds } from '$lib/backup/backup';
import type { Journal } from '$lib/journal/journal.svelte';
import type { Session } from '$lib/session/session.svelte';
import { Copying } from '../copying.svelte';
import { eitherReading } from '../either-reading';
import { wholeBackup, type WholeBackup } from '../whole-backup';
import { checkedCopy, isAllIn } from './checked-copy';

/**
 * Where a deep clean is: nothing made yet, a copy that waits to be saved, one that waits to be checked, and one that
 * was found whole. Emptying the browser is then the same as letting everything go.
 */
type Stage = 'about' | 'save' | 'check' | 'checked';

/** A deep clean on its way to the point where the browser can be emptied. */
export class Cleaning {
	readonly #session: Session;
	readonly making = new Copying<WholeBackup>();
	readonly checking = new Copying<Holds>();
	#stage = $state<Stage>('about');
	/** The file that was checked is not the one that was made here. */
	#otherFile = $state(false);
	#changed = $state(false);

	constructor(session: Session) {
		this.#session = session;
	}

	get stage(): Stage {
		return this.#stage;
	}
	/** Whether something is here that is not in the copy. */
	get changed(): boolean {
		return this.#changed;
	}
	get otherFile(): boolean {
		return this.#otherFile;
	}

	/** Makes the copy, which this secret opens. */
	async make(journal: Journal, secret: string): Promise<void> {
		const session = this.#session;
		await this.making.run('Reading your pages.', (signal, onProgress, at) =>
			wholeBackup({ session, journal, secret }, { signal, onProgress }, at)
		);
		if (this.making.result) this.#stage = 'save';
	}

	/** The person has saved the file. */
	saved(): void {
		this.#stage = 'check';
	}

	/** Opens the file that was saved, as it lies on the device. */
	async check(file: File, secret: string): Promise<void> {
		this.#otherFile = false;
		await this.checking.run('Reading the file.', (signal, onProgress) =>
			eitherReading(secret, (typed) => checkBackup(file, typed, { signal, onProgress }))
		);
		const made = this.making.result?.made.holds;
		const found = this.checking.result;
		if (!made || !found) return;
		// The moment of its making, to the millisecond, and the number of its bytes tell one copy from another.
		const same = found.made.at === made.made.at && found.size === made.size;
		if (same) this.#stage = 'checked';
		else this.#otherFile = true;
	}

	/** Goes on to the emptying, if nothing is here that is not in the copy. */
	async goOn(): Promise<void> {
		const copy = this.making.result;
		if (!copy) return;
		try {
			this.#changed = !(await isAllIn(copy, this.#session));
		} catch {
			// The disk does not answer, so nothing is certain.
			this.#changed = true;
		}
		if (this.#changed) return;
		checkedCopy.now = { name: backupName(copy.made.holds.made), lastWrite: copy.lastWrite };
		await goto(resolve('/let-go/'));
	}

	/** Begins again; a copy that was made stays wherever it was saved. */
	again(): void {
		this.making.stop();
		this.checking.stop();
		this.#otherFile = false;
		this.#changed = false;
		this.#stage = 'about';
	}
}
