/* What means something to a reader, to be put where it should not stand. */

/** Pieces that mean something in one of the formats. */
export const tokens = [
	...['{', '}', '[', ']', ',', ':', '"', '\\'],
	...['\\u0000', '\\ud800', 'null', '1e999', '-', '[]', '{}'],
	...['"entries":', '"entries":[', '"creationDate":', '"text":'],
	...['"uuid":', '"__proto__":{', '"tags":["'],
	...['"ownVoice":{', '"richText":"{', '"contents":[', '"timeZone":"'],
	...['"title":', '"body":', '"date":'],
	...['2021-03-03T11:48:50Z', '0000-00-00', '275760-09-13'],
	...['+99:99', '2021-02-31', '9999-12-31T24:00'],
	...['---\n', '\n---\n', '...\n', 'tags:\n  - ', 'tags: [', 'created: '],
	...['|\n', '>-\n', '&a ', '*a', '!!js ', '# '],
	...['[2021-05-01 09:00:00 PM] ', '2021-05-01 09:00 ', ' *\n'],
	...['31 January 2021\n', '\tDate:\t', '###### '],
	...['![](dayone-moment://', '```\n', '`', '\\.', '\ufffc', '\ufeff'],
	...['\r\n', '\r', '\0', '\t', '\u202e'],
	...['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', 'PK\x06\x06'],
	...['\xff\xff\xff\xff', '\0\0\0\0', '😀', 'é']
];

/** The keys that mean something in one of the formats. */
export const keys = [
	...['uuid', 'creationDate', 'modifiedDate', 'timeZone', 'text'],
	...['richText', 'tags', 'starred', 'photos'],
	...['location', 'weather', 'isPinned', 'title', 'body'],
	...['date', 'time', 'dateUpdated', 'ownVoice'],
	...['__proto__', 'constructor', 'toString']
];

/** Some of our own keys, and one that no file may set. */
export const ownNames = [
	...['written', 'changed', 'changed_zone', 'title', 'companion'],
	...['part', 'part_id', 'part_number', 'letter'],
	...['question', 'question_id', 'stance', 'depth'],
	...['before_feel', 'after_stir', 'feelings', 'margin'],
	...['hidden', 'sealed_until', 'threshold', 'uncompared', 'unfinished', 'binned', '__proto__']
];
