import { armor } from 'age-encryption';
import { ARMOUR, failure } from './age-lines';
import { BackupError } from './backup-error';
import { MOST_IN_LETTERS } from './limits';

/**
 * An age file as bytes, whether it came as bytes or in letters, as `age --armor` writes it to be sent in a message.
 * Throws `damaged` or `too-large`.
 */
export async function withoutArmour(file: Blob): Promise<Blob> {
	try {
		const beginning = await file.slice(0, ARMOUR.length).text();
		if (beginning !== ARMOUR) return file;
		if (file.size > MOST_IN_LETTERS) throw new BackupError('too-large', 'too long in letters');
		return new Blob([armor.decode(await file.text()) as Uint8Array<ArrayBuffer>]);
	} catch (cause) {
		throw failure(cause);
	}
}
