import { browser, built, node, wholeRunOnly } from './mutant.mjs';
import { onTheScreen } from './on-the-screen.mjs';

/** @typedef {import('./mutant.mjs').Mutant} Mutant */

const neverSaved = 'is never called saved, however often the transaction is aborted';

/** @type {Mutant[]} */
export const mutants = [
	{
		name: 'records are sealed without what binds them to their place',
		file: 'src/lib/vault/encryption.ts',
		find: 'return new TextEncoder().encode(`r1|${vaultId}|${id}|${rev}|${epoch}`);',
		put: 'return new TextEncoder().encode(`r1`);',
		red: [browser('vault', 'refuses a record under another id, revision, epoch or nonce')]
	},
	{
		name: 'a key slot is not bound to what it says of itself',
		file: 'src/lib/vault/slots.ts',
		find: 'return `s${v}|${vaultId}|${id}|${kind}|${epoch}|${encodeKdf(kdf)}`;',
		put: 'return `s${v}|${vaultId}`;',
		red: [browser('vault', 'gives null for another key, and for a slot that was changed')]
	},
	{
		name: 'records are sealed without padding',
		file: 'src/lib/vault/padding.ts',
		find: 'new Uint8Array(paddedLength(4 + text.length))',
		put: 'new Uint8Array(4 + text.length)',
		red: [browser('vault', 'makes a word and a page of 200 words equally long')]
	},
	{
		name: 'closing the vault leaves its worker alive',
		file: 'src/lib/vault/vault.ts',
		find: 'close(): void {\n\t\tthis.#worker.terminate();',
		put: 'close(): void {',
		red: [browser('vault', 'a closed vault opens nothing')]
	},
	{
		name: '“Saved” is said before the draft was kept',
		file: 'src/lib/draft/draft.svelte.ts',
		find: 'await this.#write(await this.#journal());',
		put: 'void this.#write(await this.#journal()).catch(() => undefined);',
		red: [browser('draft', neverSaved)]
	},
	{
		name: '“Saved” is said before the transaction is complete',
		file: 'src/lib/storage/storage.ts',
		find: 'removedIds.length, (db) =>\n\t\t\t\tdb.transaction(',
		put: 'removedIds.length, async (db) =>\n\t\t\t\tvoid db.transaction(',
		red: [browser('draft', neverSaved)]
	},
	{
		name: 'a failed save counts as saved',
		file: 'src/lib/draft/draft.svelte.ts',
		find: "\t\t\tthis.#apply({ type: 'save-failed', error });",
		put: "\t\t\tthis.#apply({ type: 'save-failed', error });\n\t\t\tthis.#accept({ ...this.#last.next(this.#onScreen()), rev: this.#last.rev ?? 1 });",
		red: [browser('draft', 'says so, keeps the text, and is tried again')]
	},
	{
		name: 'WebCrypto is waited for inside a transaction',
		file: 'src/lib/storage/storage.ts',
		find: 'const headerCheck = checkWrite(db, changes, removals, expected);',
		put: "await crypto.subtle.digest('SHA-256', new Uint8Array(1));\nconst headerCheck = checkWrite(db, changes, removals, expected);",
		red: [browser('within-transactions', 'asks nothing else meanwhile')]
	},
	{
		name: 'a key changes although a slot has no proof',
		file: 'src/lib/session/verify-slots.ts',
		find: "if (blocksChanges(faults)) throw new SessionError('slots-damaged', 'the slots are not as left');",
		put: '',
		red: [
			browser('planted-slot', 'a row that is planted while the journal is open receives no key')
		]
	},
	{
		name: 'without the list every proven slot counts',
		file: 'src/lib/session/slot-trust.ts',
		find: '(infos === null && slot.id === unlockedBy)',
		put: 'infos === null',
		red: [
			browser('slot-trust', 'without the list only the slot counts that has opened the journal')
		]
	},
	{
		name: 'a proof does not cover the credential of a slot',
		file: 'src/lib/vault/slot-proof.ts',
		find: "(slot[field] ? toHex(slot[field]) : '')",
		put: "(field !== 'credential' && slot[field] ? toHex(slot[field]) : '')",
		red: [browser('planted-slot', 'has its credential replaced')]
	},
	{
		name: 'a write does not look at the format of the data',
		file: 'src/lib/storage/preconditions.ts',
		find: 'if (!(header.format >= OLDEST_STORAGE_FORMAT && header.format <= STORAGE_FORMAT)) {',
		put: 'if (header.format === undefined) {',
		red: [browser('storage', 'refuses data of a newer format, and changes not a byte')]
	},
	{
		name: 'a write does not look at the revision it replaces',
		file: 'src/lib/storage/preconditions.ts',
		find: 'return (stored?.rev ?? null) !== baseRev;',
		put: 'return stored === undefined && baseRev !== null;',
		red: [
			browser('storage', 'keeps none of them when one has moved on'),
			browser('journal', 'refuses a change to an entry that has moved on')
		]
	},
	{
		name: 'the manifest is not written with the entry',
		file: 'src/lib/records/record-store.ts',
		find: '[...planned.rows, ...encrypted.slice(encrypted.length - next.writes.length)]',
		put: 'planned.rows',
		red: [browser('journal', 'by deletion, by rolling back, by swapping and by adding is named')]
	},
	{
		name: 'a removed way in is wrapped for the new key too',
		file: 'src/lib/session/key-slots.ts',
		find: 'const retained = journal.slots.filter(isRetained).flatMap((note) => {',
		put: 'const retained = journal.slots.flatMap((note) => {',
		red: [browser('slot-changes', 'a way that was removed opens nothing any more')]
	},
	{
		name: 'removing a way in leaves the key as it was',
		file: 'src/lib/session/key-slots.ts',
		find: 'await journal.rekey(\n\t\t\tnextVault,',
		put: 'await journal.rekey(\n\t\t\tvault,',
		red: [browser('rekey', 'seals every record anew, and leaves nothing of the old key')]
	},
	{
		name: 'a database that does not answer is waited for without end',
		file: 'src/lib/storage/connection.ts',
		find: 'return await withTimeLimit(work(db), rows);',
		put: 'return await work(db);',
		red: [browser('no-answer', 'a write that gets no answer is given up')]
	},
	{
		name: 'an import is written in two transactions',
		file: 'src/lib/journal/importer.ts',
		find: 'let done!: { plan: ImportPlan; undo: ImportUndo };',
		put: 'let done!: { plan: ImportPlan; undo: ImportUndo };\nconst { added } = await this.plan(imported, options);\nawait this.#records.update(() => ({ write: added.slice(0, 9).map((one) => encodeEntry(one, null)) }));',
		red: [
			browser(
				'importing',
				'a write that fails at record 36 changes nothing',
				'a write that fails at record %i changes nothing'
			)
		]
	},
	{
		name: 'a backup is given out without being compared',
		file: 'src/lib/backup/write-backup.ts',
		find: 'if (next.done || !matchesObject(one, next.value)) {',
		put: 'if (next.done) {',
		red: [
			node(
				'backup/compared',
				'a backup in which a word of a page is read back otherwise is refused',
				'is read back otherwise is refused'
			)
		]
	},
	{
		name: 'cells of the table are not guarded against formulas',
		file: 'src/lib/formats/out/csv.ts',
		find: `"$1$2'")`,
		put: '"$1$2")',
		red: [node('formats/csv-out', 'runs nothing')]
	},
	...onTheScreen,
	{
		name: 'what comes after a write that was broken off is put behind it',
		file: 'src/lib/storage/connection.ts',
		find: 'if (isRunning && connectionErrors.includes(error.code)) this.#gate.connectionLost();',
		put: '',
		red: [
			browser(
				'rotate-log',
				'a write for which there was no room is followed by a new log, on the connection that stays'
			)
		]
	},
	{
		name: 'a start writes without waiting for a new log',
		file: 'src/lib/storage/connection.ts',
		find: 'if (isWrite) await this.#gate.whenReady();',
		put: '',
		red: [
			browser('rotate-log', 'the first write of a start waits for a new log, and reading does not'),
			browser('rotate-log', 'nothing is written while there is no room for one')
		]
	},
	{
		name: 'a start goes on behind what a kill has left',
		file: 'src/lib/storage/log-gate.ts',
		find: 'this.#rotation ??= this.#rotate();',
		put: 'this.#rotation ??= Promise.resolve();',
		red: [
			browser(
				'rotate-log',
				'a new log that was begun at the opening is the one the first write waits for'
			),
			wholeRunOnly('torn-log', 'a journal outlives the half record that a kill leaves')
		]
	},
	{
		name: 'the app begins inside another website',
		file: 'static/cover.js',
		find: 'if (window.top !== window) {',
		put: 'if (false) {',
		red: [
			built(
				'framed',
				'a journal does not open inside an iframe of another website',
				'of another website'
			)
		]
	}
];
