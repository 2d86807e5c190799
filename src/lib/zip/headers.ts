import {
	CENTRAL_HEADER,
	CENTRAL_HEADER_SIZE,
	FLAG_DATA_DESCRIPTOR,
	LOCAL_HEADER,
	LOCAL_HEADER_SIZE,
	MAX_32,
	VERSION_DEFLATE,
	type DataFields,
	type HeaderFields
} from './zip-format';

/** Where `HeaderFields` begin in each header, in the same order in both. */
const LOCAL_FIELDS = 6;
const CENTRAL_FIELDS = 8;

function readFields(bytes: Uint8Array, at: number): HeaderFields {
	const view = viewOf(bytes);
	return {
		flags: view.getUint16(at, true),
		method: view.getUint16(at + 2, true),
		modified: view.getUint32(at + 4, true),
		crc: view.getUint32(at + 8, true),
		compressedSize: view.getUint32(at + 12, true),
		uncompressedSize: view.getUint32(at + 16, true),
		nameLength: view.getUint16(at + 20, true),
		extraLength: view.getUint16(at + 22, true)
	};
}

function writeFields(view: DataView, at: number, fields: HeaderFields): void {
	view.setUint16(at, fields.flags, true);
	view.setUint16(at + 2, fields.method, true);
	view.setUint32(at + 4, fields.modified, true);
	view.setUint32(at + 8, fields.crc, true);
	view.setUint32(at + 12, fields.compressedSize, true);
	view.setUint32(at + 16, fields.uncompressedSize, true);
	view.setUint16(at + 20, fields.nameLength, true);
	view.setUint16(at + 22, fields.extraLength, true);
}

/** The fields of a local file header (4.3.7); null for bytes that begin with another signature. */
export function readLocalHeader(bytes: Uint8Array): HeaderFields | null {
	return signatureOf(bytes) === LOCAL_HEADER ? readFields(bytes, LOCAL_FIELDS) : null;
}

/**
 * Whether a local file header describes the data of an entry as the central directory does. Where its CRC-32 and sizes
 * follow the data, or all are 0 because the archiver did not know them yet, or stand in a zip64 field, there is nothing
 * to compare; what counts is that the data is as the central directory says.
 */
export function describesData(local: HeaderFields, central: DataFields): boolean {
	const { crc, compressedSize, uncompressedSize } = local;
	if (local.method !== central.method) return false;
	if ((local.flags & FLAG_DATA_DESCRIPTOR) !== 0) return true;
	if (crc === 0 && compressedSize === 0 && uncompressedSize === 0) return true;
	return (
		crc === central.crc &&
		(compressedSize === MAX_32 || compressedSize === central.compressedSize) &&
		(uncompressedSize === MAX_32 || uncompressedSize === central.uncompressedSize)
	);
}

/** The fields of a central directory header (4.3.12) and what else is compared; null for bytes that are none. */
export function readCentralHeader(
	bytes: Uint8Array
): (HeaderFields & { commentLength: number; offset: number }) | null {
	if (signatureOf(bytes) !== CENTRAL_HEADER) return null;
	const view = viewOf(bytes);
	const [commentLength, offset] = [view.getUint16(32, true), view.getUint32(42, true)];
	return { ...readFields(bytes, CENTRAL_FIELDS), commentLength, offset };
}

/** A local file header with its file name. */
export function localHeader(fields: HeaderFields, name: Uint8Array): Uint8Array {
	const { bytes, view } = record(LOCAL_HEADER, LOCAL_HEADER_SIZE, name);
	view.setUint16(4, VERSION_DEFLATE, true);
	writeFields(view, LOCAL_FIELDS, fields);
	return bytes;
}

/** A central directory header with its file name; `offset` is where the local file header begins. */
export function centralHeader(fields: HeaderFields, name: Uint8Array, offset: number): Uint8Array {
	const { bytes, view } = record(CENTRAL_HEADER, CENTRAL_HEADER_SIZE, name);
	view.setUint16(4, VERSION_DEFLATE, true);
	view.setUint16(6, VERSION_DEFLATE, true);
	writeFields(view, CENTRAL_FIELDS, fields);
	view.setUint32(42, offset, true);
	return bytes;
}

/** A record of this size that begins with its signature, all other fields zero, with what follows it. */
export function record(
	signature: number,
	size: number,
	behind: Uint8Array = new Uint8Array()
): { bytes: Uint8Array; view: DataView } {
	const bytes = new Uint8Array(size + behind.length);
	const view = viewOf(bytes);
	view.setUint32(0, signature, true);
	bytes.set(behind, size);
	return { bytes, view };
}

export function signatureOf(bytes: Uint8Array): number {
	return viewOf(bytes).getUint32(0, true);
}

export function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
