import { expect, test } from 'vitest';
import { finds } from './find-in';

/* Words that a search tends to miss: what stands in a text, and what a person types to find it. */

const probes: [text: string, typed: string][] = [
	['We met at the café.', 'cafe'],
	['We met at the cafe.', 'café'],
	['Zoë rang', 'zoe'],
	['Ångström', 'angstrom'],
	['die große Straße', 'strasse'],
	['die grosse Strasse', 'straße'],
	['min søster', 'soster'],
	['İstanbul', 'istanbul'],
	['今天天气很好', '天气'],
	['我们去了公园散步', '公园'],
	['昨日は東京へ行った', '東京'],
	['とても楽しかった', '楽し'],
	['친구를 만났다', '친구'],
	['오늘은 불행복했다', '행복'],
	['วันนี้ฉันเศร้ามาก', 'เศร้า'],
	['Все елки', 'ёлки'],
	['Ещё раз', 'еще'],
	['I don’t know', "don't"],
	["I don't know", 'dont'],
	['an e-mail came', 'email'],
	['an email came', 'e-mail'],
	['ＦＵＬＬ ｗｉｄｔｈ', 'full'],
	['l’amour est là', 'amour'],
	['my well-being', 'being'],
	['a coop\u00aderation', 'cooperation'],
	['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
	['مُحَمَّد', 'محمد'],
	['cafe\u0301', 'café'],
	['한국\u1112\u1161\u11ab', '한국한'],
	['ｶﾞﾗｽ', 'ガラス'],
	['I ❤️ you', '❤']
];

test.each(probes)('%s has %s', (text, typed) => {
	expect(finds(text, typed)).toBe(true);
});

const others: [text: string, typed: string][] = [
	['Don told me', "don't"],
	['cooperation', 'operation'],
	['かっこう', 'が'],
	['がっこう', 'か'],
	['天。气', '天气'],
	['left—and', 'leftand']
];

test.each(others)('%s has no %s', (text, typed) => {
	expect(finds(text, typed)).toBe(false);
});
