import {
	deflated,
	DeflateStream,
	dosDateTime,
	readZipStream,
	stored,
	ZipError,
	ZipStreamWriter,
	type EntryData,
	type ZipLimits
} from '$lib/zip/zip';

/* Archives as the tests write and read them. */

/** A file to be put into an archive; in chunks where it is to be compressed as it comes. */
export interface File {
	name: string;
	bytes: Uint8Array | readonly Uint8Array[];
	isStored?: boolean;
}

/** When every entry was changed. */
export const modified = new Date(Date.UTC(2026, 10, 22, 21, 47, 12));

/** Limits that are no smaller than those of a backup. */
const limits: ZipLimits = {
	entries: 65_000,
	uncompressed: 2 ** 30,
	ratio: 100,
	ratioFrom: 16 * 2 ** 20
};

/** An archive of these files. */
export function archive(files: readonly File[], maxEntries = Infinity): Uint8Array<ArrayBuffer> {
	const writer = new ZipStreamWriter(maxEntries);
	const parts = files.flatMap((file) => [
		...writer.add(file.name, dosDateTime(modified), dataOf(file))
	]);
	return new Uint8Array(Buffer.concat([...parts, ...writer.end()]));
}

function dataOf({ bytes, isStored = false }: File): EntryData {
	if (isStored) return stored(bytes instanceof Uint8Array ? [bytes] : bytes);
	if (bytes instanceof Uint8Array) return deflated(bytes, 1);
	const stream = new DeflateStream(6);
	for (const chunk of bytes) stream.push(chunk);
	return stream.end();
}

/** Reads an archive in chunks of this length: of each entry its data, or null for one that was skipped. */
export async function readArchive(
	bytes: Uint8Array,
	length = 1_000,
	wanted: (name: string) => boolean = () => true,
	fewer: Partial<ZipLimits> = {}
): Promise<Map<string, Buffer | null>> {
	async function* source(): AsyncGenerator<Uint8Array> {
		for (let at = 0; at < bytes.length; at += length) {
			await Promise.resolve();
			yield bytes.slice(at, at + length);
		}
	}
	const found = new Map<string, Buffer[]>();
	const names = await readZipStream(source(), { ...limits, ...fewer }, (name) => {
		if (!wanted(name)) return null;
		const chunks: Buffer[] = [];
		found.set(name, chunks);
		return (chunk) => chunks.push(Buffer.from(chunk));
	});
	return new Map(
		names.map((name) => {
			const chunks = found.get(name);
			return [name, chunks ? Buffer.concat(chunks) : null];
		})
	);
}

/** The code with which an archive is refused; throws if it is not. */
export async function refusal(reading: Promise<unknown>): Promise<string> {
	try {
		await reading;
	} catch (error) {
		if (error instanceof ZipError) return error.code;
		throw error;
	}
	throw new Error('it was not refused');
}
