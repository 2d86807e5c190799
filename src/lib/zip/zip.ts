/**
 * ZIP archives as streams, read and written from front to back, so that no archive has to lie anywhere as a whole: a
 * decrypted backup must not be a Blob, which a browser may write to the disk.
 *
 * What is written is of the plainest kind (APPNOTE 2.0), which every program opens. What is read from a stream has to
 * be of that kind too, within the limits that are handed in and that each entry is held against before anything of it is
 * decompressed. Every byte of data is checked against the size and the CRC-32 that its headers name. Archives of
 * strangers are read from their central directory, in `formats`, which takes from here the local file header and the
 * decompression. Nothing here knows what the entries are.
 */
export { deflated, DeflateStream, stored, type EntryData } from './compress';
export { decompressed } from './decompress';
export { describesData, readLocalHeader } from './headers';
export { readZipStream, type TakeChunk, type ZipLimits } from './stream-reader';
export { ZipStreamWriter } from './stream-writer';
export { ZipError, type ZipErrorCode } from './zip-error';
export { dosDateTime, LOCAL_HEADER_SIZE, type DataFields } from './zip-format';
