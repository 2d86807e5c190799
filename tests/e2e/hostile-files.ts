import { strToU8, zipSync } from 'fflate';
import { payloads } from './hostile-payloads';

/* The payloads in every form in which pages come in: a page for each, with others wherever the form has room for words. */

export interface HostileFile {
	name: string;
	mimeType: string;
	buffer: Buffer;
}

/** Another payload for another place of the same page. */
const another = (index: number, step: number): string =>
	payloads[(index + step * 7) % payloads.length] ?? '';
/** So many questions there are; each is asked of several pages. */
const QUESTIONS = 40;

/** The day of a page, one each. */
function dayOf(index: number): string {
	return new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
}

/** A note in the margin, as our own keys write it. */
function noteOf(index: number): string {
	const id = (index + 1).toString(16).padStart(32, '0');
	return `${dayOf(index)}T10:00:00.000Z UTC ${id} ${another(index, 6)}`;
}

/** As Day One and front matter write what might be taken for a sign of their own. */
const escaped = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
const quoted = (text: string): string => JSON.stringify(text).replaceAll('\u2028', '\\u2028');
/** A name that a zip can hold. */
const asName = (text: string): string => text.replace(/[/\\\p{Cc}]/gu, '_').slice(0, 120);

function file(name: string, mimeType: string, content: string | Uint8Array): HostileFile {
	return { name, mimeType, buffer: Buffer.from(content as string) };
}

function dayOne(): HostileFile {
	const entries = payloads.map((text, index) => ({
		uuid: (index + 1).toString(16).padStart(32, '0').toUpperCase(),
		creationDate: `${dayOf(index)}T10:00:00Z`,
		timeZone: 'Europe/Dublin',
		text: `###### ${escaped(payloads[index % QUESTIONS] ?? '')}\n\n${escaped(text)}`,
		tags: [another(index, 1)],
		location: { placeName: text },
		photos: [{ identifier: text, md5: text, type: text }],
		ownVoice: {
			...{ format: 'own-voice/1', title: another(index, 2) },
			...{ part: another(index, 3), part_id: 'x', part_number: 1 },
			...{ question: payloads[index % QUESTIONS], question_id: `q${index % QUESTIONS}` },
			...{ feelings: [another(index, 4)], margin: [noteOf(index)] }
		}
	}));
	return file(
		'day-one.zip',
		'application/zip',
		zipSync({
			'Journal.json': strToU8(JSON.stringify({ metadata: { version: '1.0' }, entries })),
			...Object.fromEntries(payloads.map((text) => [`photos/${asName(text)}.jpeg`, strToU8('x')]))
		})
	);
}

function jrnlJson(): HostileFile {
	const entries = payloads.map((text, index) => ({
		...{ title: text, body: another(index, 1), tags: [another(index, 2)], starred: false },
		...{ date: dayOf(index), time: '10:00' }
	}));
	return file('jrnl.json', 'application/json', JSON.stringify({ tags: {}, entries }));
}

function jrnlText(): HostileFile {
	const pages = payloads.map((text, index) => `[${dayOf(index)} 10:00] ${text}\n@${text}\n\n`);
	return file('jrnl.txt', 'text/plain', pages.join(''));
}

function markdown(): HostileFile {
	const pages = payloads.map((text, index) => {
		const lines = [
			...['---', 'format: "own-voice/1"', `created: "${dayOf(index)}T10:00:00Z"`],
			...[`title: ${quoted(another(index, 1))}`, `tags: [${quoted(another(index, 2))}]`],
			...[
				`question: ${quoted(payloads[index % QUESTIONS] ?? '')}`,
				`question_id: "q${index % QUESTIONS}"`
			],
			...[`part: ${quoted(another(index, 3))}`, 'part_id: "x"', 'part_number: 1'],
			...[`threshold: ${quoted(another(index, 4))}`, `feelings: [${quoted(another(index, 5))}]`],
			...[
				`margin: [${quoted(noteOf(index))}]`,
				`${quoted(text.replace(/[":\\\p{Cc}]/gu, '').slice(0, 60))}: ${quoted(text)}`,
				'---',
				'',
				text,
				''
			]
		];
		return [`${asName(text)} ${index}.md`, strToU8(lines.join('\n'))] as const;
	});
	return file('notes.zip', 'application/zip', zipSync(Object.fromEntries(pages)));
}

function miniDiary(): HostileFile {
	const entries = Object.fromEntries(
		payloads.map((text, index) => [dayOf(index), { title: another(index, 1), text }])
	);
	return file('mini-diary.json', 'application/json', JSON.stringify({ metadata: {}, entries }));
}

function plainText(): HostileFile {
	return file(
		'diary.txt',
		'text/plain',
		payloads.map((text, index) => `${dayOf(index)}\n\n${text}\n\n`).join('')
	);
}

/** The files that bring pages in, by the program they are of; `asked` where pages have questions. */
export const pageFiles: { kind: string; file: HostileFile; asked: boolean }[] = [
	{ kind: 'Day One', file: dayOne(), asked: true },
	{ kind: 'jrnl as JSON', file: jrnlJson(), asked: false },
	{ kind: 'jrnl as text', file: jrnlText(), asked: false },
	{ kind: 'Markdown', file: markdown(), asked: true },
	{ kind: 'Mini Diary', file: miniDiary(), asked: false },
	{ kind: 'plain text', file: plainText(), asked: false }
];
