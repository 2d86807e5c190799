import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes that really lie in a browser's profile, and what they are part of. */
export interface Piece {
	of: string;
	bytes: Buffer;
}

/** How many of the pieces of each kind lie below a folder. */
export type Count = Record<string, number>;

/**
 * Counts which of these pieces lie anywhere below a folder. Every file is gone through once, however many thousand
 * pieces are sought. A piece has at least four bytes.
 */
export async function countBelow(folder: string, pieces: readonly Piece[]): Promise<Count> {
	const byStart = new Map<number, Piece[]>();
	for (const piece of pieces) {
		const start = piece.bytes.readUInt32LE(0);
		byStart.set(start, [...(byStart.get(start) ?? []), piece]);
	}
	const found = new Set<Piece>();
	for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
		if (!entry.isFile()) continue;
		// A file that goes away meanwhile holds nothing.
		const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
		lookThrough(bytes, byStart, found);
	}
	const count: Count = {};
	for (const { of } of found) count[of] = (count[of] ?? 0) + 1;
	return count;
}

function lookThrough(bytes: Buffer, byStart: Map<number, Piece[]>, found: Set<Piece>): void {
	let last4 = 0;
	for (let at = 0; at < bytes.length; at += 1) {
		last4 = ((last4 >>> 8) | ((bytes[at] ?? 0) << 24)) >>> 0;
		const begin = at - 3;
		for (const piece of byStart.get(last4) ?? []) {
			if (begin >= 0 && bytes.subarray(begin, begin + piece.bytes.length).equals(piece.bytes)) {
				found.add(piece);
			}
		}
	}
}

/** How many pieces there are of each kind. */
export function countOf(pieces: readonly Piece[]): Count {
	const count: Count = {};
	for (const { of } of pieces) count[of] = (count[of] ?? 0) + 1;
	return count;
}
