import { isInLetters, textOf } from '$lib/formats/age-beginning';
import { armor } from 'age-encryption';
import { beginning, failure } from './age-lines';
import { BackupError } from './backup-error';
import { MAX_ARMORED } from './limits';

/**
 * An age file as bytes, whether it came as bytes or in letters, as `age --armor` writes it to be sent in a message, and
 * with empty lines about them, as it comes out of one.
 * Throws `damaged` or `too-large`.
 */
export async function withoutArmour(file: Blob): Promise<Blob> {
	try {
		if (!isInLetters(await beginning(file))) return file;
		if (file.size > MAX_ARMORED) throw new BackupError('too-large', 'too long in letters');
		const letters = textOf(new Uint8Array(await file.arrayBuffer()));
		return new Blob([armor.decode(letters) as Uint8Array<ArrayBuffer>]);
	} catch (cause) {
		throw failure(cause);
	}
}
