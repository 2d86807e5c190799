import { randomBytes, randomInt } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { foundBelow, formsOfBytes, formsOfText, type Sought } from '../disk';
import { findFirefox } from '../../../scripts/find-firefox.mjs';
import { DrivenBrowser, type Kind } from '../driven-browser';
import type { DrivenPage } from '../driven-page';
import { limitOf } from '../limits';
import { bytesOfCode, codeOf, vaultKeyOf, type StoredSlot } from '../vault-key';
import { thorough } from '../thorough';

/*
 * What the files of a browser show of a journal that had a passphrase from the first question on: nothing of
 * what was typed, and no key. With THOROUGH=1, as the whole run has it, every step below and both of Chromium's stores;
 * else a visit that is closed and one that is killed, in Chromium and Firefox.
 */
const kinds: Kind[] = thorough
	? ['chromium', 'chromium, SQLite', 'firefox']
	: ['chromium', 'firefox'];

/** Random letters that stand in all that is typed: to find them is to find any of it. */
const mark = Array.from({ length: 14 }, () => 'bcdfghjklmnpqrstvwxz'[randomInt(20)]).join('');
const passphrase = `${mark} harbour of seventeen boats`;
const second = `${mark} another harbour altogether`;

for (const kind of kinds) {
	test(`nothing that was typed, and no key, is on the disk: ${kind}`, async ({ baseURL }) => {
		test.setTimeout(
			limitOf({ browsers: 2, loads: 12, derivations: thorough ? 12 : 8, steps: thorough ? 80 : 40 })
		);
		if (kind === 'firefox' && findFirefox() === null) {
			console.log(
				'Not tried in Firefox: there is none. OWN_VOICE_FIREFOX=/path/to/firefox names one.'
			);
			test.skip();
		}
		const browser = await DrivenBrowser.withNewProfile(kind);
		const sought: Sought[] = [{ name: 'a typed text', forms: formsOfText(mark) }];
		const clean = async (): Promise<void> => {
			expect(await foundBelow(browser.profile, sought)).toEqual([]);
		};
		try {
			let visit = await browser.start();
			const code = await visit.begin(`${baseURL ?? ''}/write/`, passphrase);
			sought.push(...soughtCode('the recovery code', code));
			await visit.write(`${mark} without a question`);
			await visit.saved();
			sought.push(soughtKey('the vault key', await vaultKey(visit, code)));

			await visit.press('Stop here');
			await visit.press('Keep this page');
			await visit.press('Read it again');
			await visit.press('Go on writing');
			await visit.fill('textarea', `All of it is other words now ${mark}`);
			await visit.saved();
			await visit.press('Stop here');
			await visit.sees('[data-entry-text]', 'All of it');
			if (thorough) {
				await visit.press('Read');
				await visit.press('Begin with the first part');
				await visit.press('Write');
				await visit.write(`${mark} an answer`);
				await visit.saved();
				await visit.press('Help');
				await visit.sees('h1', 'Talk to someone');
				await visit.page.goBack();
				await visit.sees('textarea');
				await nameTheWay(visit);
				await clean();
			}

			await visit.page.reload();
			await visit.sees('h1', 'Closed for now');
			await visit.tryToOpen(`${mark} a wrong passphrase`);
			await visit.sees('[role="alert"]', 'That did not open it.');
			await visit.press('Use the recovery code');
			const wrongCode = await codeOf(randomBytes(16));
			sought.push(...soughtCode('a wrong code', wrongCode));
			await visit.tryToOpen(wrongCode);
			await visit.sees('[role="alert"]', 'That did not open it.');
			await visit.tryToOpen(code);
			await visit.sees('.lock');
			await clean();

			await visit.open(`${baseURL ?? ''}/write/`);
			await visit.tryToOpen(passphrase);
			await visit.write(`${mark} left unfinished`);
			await visit.saved();
			await leaveControls(visit);
			// Firefox writes down the fields of the page that is shown, Chromium those of a page that was left.
			if (kind === 'firefox') await sessionHolds(browser, `${control} in a field`);
			else await visit.open(`${baseURL ?? ''}/about/`);
			await browser.close();
			await clean();
			await searchFinds(browser, kind, `${baseURL ?? ''}/help/`);

			visit = await browser.start();
			await visit.open(`${baseURL ?? ''}/write/`);
			await visit.tryToOpen(passphrase);
			if (thorough) {
				await changePassphrase(visit, sought);
				await visit.open(`${baseURL ?? ''}/write/`);
				await visit.tryToOpen(second);
			}
			await visit.write(`${mark} killed while it was written`);
			if (kind === 'firefox') {
				await leaveField(visit, `${control} beside it`);
				await sessionHolds(browser, `${control} beside it`);
			}
			await visit.write(`${mark}, and goes on`);
			await browser.kill();
			await clean();
		} finally {
			await browser.remove();
		}
	});

	if (!thorough) continue;
	test(`nothing that was written without keeping is on the disk: ${kind}`, async ({ baseURL }) => {
		test.setTimeout(limitOf({ browsers: 2, loads: 4, steps: 20 }));
		test.skip(kind === 'firefox' && findFirefox() === null, 'there is no Firefox');
		const browser = await DrivenBrowser.withNewProfile(kind);
		const sought = [{ name: 'a typed text', forms: formsOfText(mark) }];
		try {
			for (const end of ['close', 'kill'] as const) {
				const visit = await browser.start();
				await visit.open(`${baseURL ?? ''}/write/`);
				await visit.press('Write without keeping');
				await visit.write(`${mark} without keeping`);
				if (kind === 'firefox') {
					await leaveField(visit, `${control} until ${end}`);
					await sessionHolds(browser, `${control} until ${end}`);
				}
				await browser[end]();
				expect(await foundBelow(browser.profile, sought)).toEqual([]);
			}
			const address = [{ name: 'address', forms: formsOfText(`${baseURL ?? ''}/write/`) }];
			expect(await foundBelow(browser.profile, address)).not.toEqual([]);
		} finally {
			await browser.remove();
		}
	});
}

async function nameTheWay(visit: DrivenPage): Promise<void> {
	await visit.toWays();
	await visit.press('Rename');
	await visit.fill('form .field-line input', `${mark} on paper`);
	await visit.press('Keep the name');
	await visit.sees('li .name', mark);
}

async function changePassphrase(visit: DrivenPage, sought: Sought[]): Promise<void> {
	await visit.toWays();
	await visit.press('Change');
	const code = await visit.chooseWays(second);
	await visit.sees('[role="status"]', 'The passphrase and the recovery code are new.');
	sought.push(...soughtCode('the second code', code));
	sought.push(soughtKey('the second vault key', await vaultKey(visit, code)));
}

/** Both ways to write a code, whole and its first half, and its bytes. */
function soughtCode(name: string, code: string): Sought[] {
	const bare = code.replaceAll('-', '');
	const texts = [code, bare, code.slice(0, 14), bare.slice(0, 12)];
	return [
		{
			name,
			forms: texts.flatMap((text) => [text, text.toLowerCase()].flatMap(formsOfText))
		},
		{ name: `${name}, its bytes`, forms: formsOfBytes(bytesOfCode(code)) }
	];
}

function soughtKey(name: string, key: Buffer): Sought {
	expect(key).toHaveLength(32);
	return { name, forms: formsOfBytes(key) };
}

/** The key of the open journal, out of what the browser stores and the recovery code. */
async function vaultKey(visit: DrivenPage, code: string): Promise<Buffer> {
	const stored = await visit.page.evaluate(
		() =>
			new Promise<string>((resolve) => {
				indexedDB.open('own-voice').onsuccess = ({ target }) => {
					const db = (target as IDBOpenDBRequest).result;
					const work = db.transaction(['meta', 'slots']);
					const header = work.objectStore('meta').get('vault');
					const slots = work.objectStore('slots').getAll();
					work.oncomplete = () => {
						db.close();
						const found = { header: header.result as unknown, slots: slots.result as unknown };
						resolve(
							JSON.stringify(found, (_, value: unknown) =>
								value instanceof Uint8Array ? btoa(String.fromCharCode(...value)) : value
							)
						);
					};
				};
			})
	);
	const { header, slots } = JSON.parse(stored) as {
		header: { vaultId: string; epoch: number };
		slots: StoredSlot[];
	};
	const slot = slots.find(({ kind, epoch }) => kind === 'recovery' && epoch === header.epoch);
	if (!slot) throw new Error('no slot for the recovery code');
	return vaultKeyOf(header.vaultId, slot, code);
}

/** The mark's letters backwards: a text of the same make, which must be found. */
const control = Array.from(mark).reverse().join('');

/** Types into an ordinary field, which asks the browser for nothing, on the page that is shown. */
async function leaveField(visit: DrivenPage, text: string): Promise<void> {
	await visit.page.evaluate(() => {
		const field = document.createElement('textarea');
		field.id = 'control';
		document.body.prepend(field);
	});
	await visit.fill('#control', text);
}

/** Puts the control where a careless app would: into an ordinary field, and into the browser's stores. */
async function leaveControls(visit: DrivenPage): Promise<void> {
	await visit.press('Help');
	await visit.sees('h1', 'Talk to someone');
	await leaveField(visit, `${control} in a field`);
	await visit.page.evaluate(async (text) => {
		localStorage.setItem('control', `${text} in localStorage`);
		await new Promise<void>((resolve) => {
			const opening = indexedDB.open('control', 1);
			opening.onupgradeneeded = () => opening.result.createObjectStore('s');
			opening.onsuccess = () => {
				const work = opening.result.transaction('s', 'readwrite');
				for (const key of [1, 2, 3]) {
					work.objectStore('s').put({ text: `${text} in IndexedDB` }, key);
				}
				work.oncomplete = () => {
					opening.result.close();
					resolve();
				};
			};
		});
	}, control);
}

/** The search itself works: it sees the control in each store, and the address, as history keeps it. */
async function searchFinds(browser: DrivenBrowser, kind: Kind, address: string): Promise<void> {
	const names = ['in a field', 'in localStorage'];
	// Firefox packs what is in IndexedDB: a text is mostly seen there, and not always.
	if (kind !== 'firefox') names.push('in IndexedDB');
	const found = await foundBelow(browser.profile, [
		{ name: 'address', forms: formsOfText(address) },
		...names.map((name) => ({ name, forms: formsOfText(`${control} ${name}`) }))
	]);
	const unseen = ['address', ...names].filter(
		(name) => !found.some((one) => one.startsWith(`${name} in `))
	);
	expect(unseen, found.join('; ')).toEqual([]);
	if (kind === 'firefox') expect(found).toContain('in a field in sessionstore.jsonlz4');
}

/** Waits until Firefox has written down a session in which this text stands in an ordinary field. */
async function sessionHolds(browser: DrivenBrowser, text: string): Promise<void> {
	const sought = [{ name: 'it', forms: formsOfText(text) }];
	await expect
		.poll(() => foundBelow(browser.profile, sought), { timeout: 20_000 })
		.toContain('it in sessionstore-backups/recovery.jsonlz4');
}
