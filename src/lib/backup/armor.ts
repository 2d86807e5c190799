import { isArmored, decodePrefix } from '$lib/formats/in/detect-age';
import { armor } from 'age-encryption';
import { readFilePrefix, fileErrorFrom } from './age-header';
import { BackupError } from './backup-error';
import { MAX_ARMORED_SIZE } from './limits';

/**
 * An age file as bytes, whether it came as bytes or in letters, as `age --armor` writes it to be sent in a message, and
 * with empty lines about them, as it comes out of one.
 * Throws `damaged` or `too-large`.
 */
export async function removeArmor(file: Blob): Promise<Blob> {
	try {
		if (!isArmored(await readFilePrefix(file))) return file;
		if (file.size > MAX_ARMORED_SIZE) throw new BackupError('too-large', 'too long in letters');
		const armored = decodePrefix(new Uint8Array(await file.arrayBuffer()));
		return new Blob([armor.decode(armored) as Uint8Array<ArrayBuffer>]);
	} catch (cause) {
		throw fileErrorFrom(cause);
	}
}
