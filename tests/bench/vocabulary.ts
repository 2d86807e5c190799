import { Random } from './random';

/** A made-up language: a few real words that are used most, and thousands of made ones behind them. */
export interface Language {
	/** Most used first. */
	words: readonly string[];
	/** What stands between two words, behind a clause, and behind a sentence. */
	space: string;
	comma: string;
	stop: string;
}

/** How many words a language has. */
const SIZE = 12_000;
/** Zipf's exponent, as it is found in real texts. */
const EXPONENT = 1.07;

/** How a word is put together: so many parts, each one of these. */
interface Making {
	most: readonly string[];
	first: readonly string[];
	middle: readonly string[];
	last: readonly string[];
	parts: [least: number, most: number];
}

const split = (text: string): string[] => text.split(' ');

const latin: Making = {
	most: split(
		'de la et le à je que ne pas un une il est en me qui mais nous avec tout même être où encore après trop déjà très là rien nuit maison jamais toujours peut-être café mère père lettre forêt rêve'
	),
	first: split('b br c ch d dr f fl g gr h j l m n p pr qu r s st t tr v vr é ê'),
	middle: split('a e é i o u ai ei ou ô eu ä ö ü è ï'),
	last: split('s r l n t nt ge ssé lle ñe ç che rd mme x ß'),
	parts: [1, 3]
};
const greek: Making = {
	most: split(
		'και το να η ο δεν με τα σε που για από μου ήταν είναι μια στο πως όλα τώρα σπίτι νύχτα ακόμα ποτέ πάντα λίγο πολύ μέρα φωνή θάλασσα δρόμος γράμμα μητέρα χρόνια φόβος ήλιος πόρτα ύπνος'
	),
	first: split('κ λ μ ν π ρ σ τ φ χ γρ δρ θ στ πρ β γ κλ τρ'),
	middle: split('α ε η ι ο υ ω ά έ ή ί ό ύ ώ αι ει ου οι'),
	last: split('ς ν ρα μα τος κη λο νει ρια σμος δα'),
	parts: [1, 3]
};
const japanese: Making = {
	most: split(
		'の に は を た が で て と し れ さ いる も する から な こと として 私 夜 家 今日 でも まだ 母 声 手紙 雨 駅 窓 眠れない 静か 思う'
	),
	first: split(
		'時 日 年 月 人 心 水 火 木 空 海 山 川 道 町 店 朝 昼 春 夏 秋 冬 光 影 音 色 形 言 話 読 書 歩 走 待 会 別 離 遠 近 新 古 強 弱 悲 喜 怒 楽 夢'
	),
	middle: split('間 中 前 後 上 下 内 外 気 事 物 者 所 方 分 度 合 出 入 行 来 見 聞 知'),
	last: split('る い く して った ない さ み け れ り え'),
	parts: [1, 2]
};

function languageOf(making: Making, seed: number, marks: Omit<Language, 'words'>): Language {
	const random = new Random(seed);
	const words = new Set(making.most);
	while (words.size < SIZE) {
		let word = '';
		for (let part = random.whole(...making.parts); part > 0; part -= 1) {
			word += random.of(making.first) + random.of(making.middle);
		}
		if (random.often(0.6)) word += random.of(making.last);
		words.add(word);
	}
	return { words: [...words], ...marks };
}

/** Latin letters with accents, Greek, and Japanese without spaces. */
export const languages: readonly Language[] = [
	languageOf(latin, 1, { space: ' ', comma: ', ', stop: '. ' }),
	languageOf(greek, 2, { space: ' ', comma: ', ', stop: '. ' }),
	languageOf(japanese, 3, { space: '', comma: '、', stop: '。' })
];

/** How much of all that is written the first words make up: the first, the first two, and so on. */
const shares = ((): Float64Array => {
	const sums = new Float64Array(SIZE);
	let sum = 0;
	for (let rank = 0; rank < SIZE; rank += 1) sums[rank] = sum += (rank + 1) ** -EXPONENT;
	return sums.map((one) => one / sum);
})();

/** A word, each as often as Zipf's law says. */
export function wordOf({ words }: Language, random: Random): string {
	const wanted = random.next();
	let low = 0;
	let high = SIZE - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((shares[middle] ?? 1) < wanted) low = middle + 1;
		else high = middle;
	}
	return words[low] ?? '';
}

/** A text of so many words, in sentences and paragraphs. */
export function textOf(language: Language, count: number, random: Random): string {
	let text = '';
	let sentence = random.whole(5, 20);
	let paragraph = random.whole(40, 120);
	for (let number = 1; number <= count; number += 1) {
		const word = wordOf(language, random);
		const begins = text === '' || text.endsWith(language.stop) || text.endsWith('\n');
		text += begins ? word.charAt(0).toLocaleUpperCase() + word.slice(1) : word;
		sentence -= 1;
		paragraph -= 1;
		if (number === count) text += language.stop.trim();
		else if (sentence > 0) text += random.often(0.12) ? language.comma : language.space;
		else if (paragraph > 0) text += language.stop;
		else text += `${language.stop.trim()}\n\n`;
		if (sentence <= 0) sentence = random.whole(5, 20);
		if (paragraph <= 0) paragraph = random.whole(40, 120);
	}
	return text;
}
