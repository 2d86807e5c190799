/*
 * A recovery code: 128 random bits in Crockford's base 32 (https://www.crockford.com/base32.html), 26
 * characters, and two more that check them, in seven groups of four: `7K3M-…`. I, L and O are read as
 * what they look like; U does not occur.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Returns a new code as it is shown and printed. */
export async function newRecoveryCode(): Promise<string> {
	return formatCode(crypto.getRandomValues(new Uint8Array(16)));
}

/** Takes 16 bytes and returns their code. */
export async function formatCode(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
	// 128 bits and two zeros make 26 groups of five.
	const code = (`${bits}00`.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]);
	const characters = [...code, ...(await checksumOf(bytes))].join('');
	return (characters.match(/.{4}/g) ?? []).join('-');
}

/**
 * Takes what a person typed and returns the 16 bytes of the code, or null if it is not valid: too short or too long, a
 * character outside the alphabet, or wrong check characters. Case, spaces and hyphens do not matter.
 */
export async function parseCode(typed: string): Promise<Uint8Array<ArrayBuffer> | null> {
	const code = typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s\p{Pd}]/gu, '')
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1');
	const values = Array.from(code, (one) => ALPHABET.indexOf(one));
	if (values.length !== 28 || values.includes(-1)) return null;
	const bits = values
		.slice(0, 26)
		.map((value) => value.toString(2).padStart(5, '0'))
		.join('');
	if (!bits.endsWith('00')) return null;
	const bytes = new Uint8Array(16);
	for (let index = 0; index < 16; index += 1) {
		bytes[index] = Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2);
	}
	return code.slice(26) === (await checksumOf(bytes)).join('') ? bytes : null;
}

/**
 * Returns the two check characters, ten bits of the SHA-256 of the code: one slip in a thousand goes unnoticed, and
 * then opens nothing.
 */
async function checksumOf(bytes: Uint8Array<ArrayBuffer>): Promise<string[]> {
	const [first = 0, second = 0] = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	const tenBits = (first << 2) | (second >> 6);
	return [ALPHABET[tenBits >> 5] ?? '', ALPHABET[tenBits & 31] ?? ''];
}
