import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportOutcome } from '$lib/merge/import-plan';
import type { Entry } from '$lib/model/entry';
import { newMarginNote } from '$lib/model/margin-note';
import type { JournalSnapshot } from '$lib/model/snapshot';
import { tries } from '../../thorough';
import { entry as anyEntry, journals } from '../backup/journals';
import { after, bring, earlier, fates, onDay, planned, writes } from './plans';

/** Something that one of two places may have done with a page they both had. */
type Deed = 'nothing' | 'went on' | 'replaced' | 'noted' | 'let go' | 'rewrote at once';
const deeds: Deed[] = ['nothing', 'went on', 'replaced', 'noted', 'let go', 'rewrote at once'];

function lived(
	whole: JournalSnapshot,
	done: readonly Deed[],
	who: string,
	added: readonly Entry[]
): JournalSnapshot {
	const next: JournalSnapshot = { ...whole, entries: [], versions: [...whole.versions] };
	for (const [index, entry] of whole.entries.entries()) {
		const deed = done[index % done.length];
		const changed = onDay(10 + index + who.length);
		if (deed === 'let go') {
			next.versions = next.versions.filter((version) => version.entry !== entry.id);
		} else if (deed === 'went on') {
			next.entries.push({ ...entry, text: `${entry.text} and ${who}`, changed });
		} else if (deed === 'rewrote at once') {
			next.entries.push({ ...entry, text: `${who} wrote`, changed });
		} else if (deed === 'replaced') {
			const kept = earlier(entry, entry.text, 10 + index);
			next.versions.push(kept);
			const versions = [...entry.versions, kept.id];
			next.entries.push({ ...entry, text: `${who} instead`, changed, versions });
		} else if (deed === 'noted') {
			const margin = [...entry.margin, newMarginNote(`noted by ${who}`)];
			next.entries.push({ ...entry, margin, tags: [...new Set([...entry.tags, who])] });
		} else next.entries.push(entry);
	}
	next.entries.push(...added.map((entry) => ({ ...entry, copyOf: null })));
	return next;
}

const texts = (whole: JournalSnapshot): string[] =>
	[...whole.entries, ...whole.versions].map(({ text }) => text.trim()).filter((text) => text);
const notes = (whole: JournalSnapshot): string[] =>
	whole.entries.flatMap(({ margin, tags }) => [...margin.map(({ text }) => text), ...tags]);

test(
	'two devices that had one journal lose nothing to each other, and come to rest',
	{ timeout: 60_000 },
	() => {
		const shared = journals(6).map((whole) => ({
			...whole,
			entries: whole.entries.map((entry) => ({ ...entry, changed: onDay(0), binned: null }))
		}));
		const life = fc.array(fc.constantFrom(...deeds), { minLength: 1, maxLength: 6 });
		const more = fc.uniqueArray(anyEntry, { maxLength: 2, selector: (one) => one.id });
		const seen = new Set<ImportOutcome>();
		fc.assert(
			fc.property(
				shared,
				life,
				life,
				more,
				more,
				(whole, oneLife, otherLife, oneMore, otherMore) => {
					let one = lived(whole, oneLife, 'one', oneMore);
					let other = lived(whole, otherLife, 'the other', otherMore);
					const startTexts = [...texts(one), ...texts(other)];
					const startNotes = [...notes(one), ...notes(other)];
					const bringTo = (to: JournalSnapshot, from: JournalSnapshot): JournalSnapshot => {
						const plan = planned(to, bring(from));
						for (const fate of fates(plan)) seen.add(fate);
						const result = after(to, plan);
						// Every record has one id, and every entry has the earlier texts that it names.
						const ids = [...result.entries, ...result.versions].map((record) => record.id);
						expect(new Set(ids).size).toBe(ids.length);
						for (const entry of result.entries) {
							const own = result.versions.filter((version) => version.entry === entry.id);
							expect(own.map((version) => version.id).toSorted()).toEqual(
								entry.versions.toSorted()
							);
						}
						// Nothing that was there before is gone.
						const now = new Set(texts(result));
						for (const text of texts(to)) expect(now).toContain(text);
						return result;
					};
					one = bringTo(one, other);
					other = bringTo(other, one);
					one = bringTo(one, other);
					for (const place of [one, other]) {
						const now = texts(place);
						for (const text of startTexts) {
							expect(now.some((known) => known.startsWith(text))).toBe(true);
						}
						expect(notes(place)).toEqual(expect.arrayContaining(startNotes));
					}
					expect(writes(planned(one, bring(other)))).toBe(0);
					expect(writes(planned(other, bring(one)))).toBe(0);
				}
			),
			tries(150, 5)
		);
		expect([...seen].toSorted()).toEqual([
			'annotated',
			'copied',
			'new',
			'newer',
			'older',
			'unchanged'
		]);
	}
);
