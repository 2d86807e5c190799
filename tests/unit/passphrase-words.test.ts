import { expect, test } from 'vitest';
import source from '$lib/passphrase/eff-large-wordlist.txt?raw';
import leftOut from '$lib/passphrase/omitted-words.txt?raw';
import kept from '$lib/passphrase/passphrase-words.txt?raw';

/*
 * The words of which passphrases are made meet somebody who has left, or was left: perhaps threatened, bereaved, ill, or
 * in the middle of a dispute about children. Each of the list was read with that in mind.
 */

const lines = (text: string): string[] => text.trim().split('\n');
const all = lines(source);
const words = lines(kept);
const without = lines(leftOut);

test('the words that passphrases are made of are the list without those that were left out', () => {
	expect(all).toHaveLength(7776);
	const out = new Set(without);
	expect(words).toEqual(all.filter((word) => !out.has(word)));
	expect(without).toEqual(all.filter((word) => out.has(word)));
});

test('five of the 5202 words that remain are 61.7 bits', () => {
	expect(words).toHaveLength(5202);
	expect(new Set(words).size).toBe(5202);
	expect(words.filter((word) => !/^[a-z-]{3,}$/.test(word))).toEqual([]);
	const bits = 5 * Math.log2(words.length);
	expect(bits.toFixed(1)).toBe('61.7');
	// “Too many combinations to try them all”: even at a billion guesses a second, and each is made slow on purpose, it would take
	// more than fifty years on average.
	const years = 2 ** (bits - 1) / 1e9 / (365.25 * 24 * 3600);
	expect(years).toBeGreaterThan(50);
});

test.each([
	[
		'a marriage and its end',
		'bride groom marry married marital matrimony nuptials divorcee spouse'
	],
	[
		'roles in a family',
		'husband wife widow daughter sister sibling uncle nephew grandma mama dad mom'
	],
	[
		'children, and disputes about them',
		'custody childhood childless nursery crib pacifier stroller'
	],
	['pregnancy', 'pregnant pregnancy prenatal womb umbilical fetal trimester epidural gestate'],
	['violence', 'battered bruising slapping strangle choking throttle thrash punch stomp kick'],
	['weapons', 'handgun dagger bazooka landmine mace bullwhip revolver musket dynamite'],
	['self-harm and illness', 'wrist slit poison suffocate chemo relapse epilepsy surgery wound'],
	['death and grief', 'deceased casket coroner mourner graveyard obituary grief perish mortuary'],
	['bodies and desire', 'mammary abdomen thigh lustfully fondling naturist gonad seduce vaseline'],
	['being alone', 'alone isolated unloved unwanted lure outcast estranged recluse single spinster'],
	['guilt and shame', 'ashamed shame blame disgrace unworthy regretful remorse contrite culprit'],
	['crime and police', 'jailbird prison parole police handcuff arrest mobster snitch'],
	['drink and drugs', 'absinthe boozy tavern cannabis opium morphine junkie rehab'],
	['insults', 'oaf dork imbecile bonehead crazy twerp wimp goofball lazy stooge'],
	['faith as a judge', 'sinner purgatory blasphemy unholy preachy repent godly'],
	[
		'what is low or disgusting',
		'gloomily gloomy despair hopeless filth stench maggot vomit cesspool'
	]
])('of %s nothing is suggested', (_, sample) => {
	const known = new Set(words);
	expect(sample.split(' ').filter((word) => known.has(word))).toEqual([]);
});

test('no near kin of a word that hurts has stayed', () => {
	const roots =
		/^(abus|batter|bleed|blood|brid(e|al)|bruis|choke|coffin|corpse|crim(e|inal)|cruel|custod|dead|death|depress|divorc|drunk|griev|guilt|hate|hatred|hurt|husband|jail|kill|knife|lone|marri|marry|murder|orphan|pregnan|prison|rape|sad|shame|sob|suicid|tortur|victim|violen|weapon|weep|widow|wife|wound)(d|s|ed|er|ing|ly|ness|ful|fully|less|es)?$/;
	expect(words.filter((word) => roots.test(word))).toEqual([]);
});
