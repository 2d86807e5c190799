/**
 * JSON files that are too long to be held as one text: a streaming reader. It takes the bytes of one object as they
 * arrive and gives out its members, and those that may be long, such as a journal's `entries`, one element at a time.
 *
 * The reader finds where a value begins and ends; `JSON.parse` reads the value itself, so it accepts exactly what
 * `JSON.parse` accepts, with two exceptions: a name that an object has twice is refused, and so is whatever exceeds the
 * limits, before it is parsed. Nothing here knows what the values mean.
 */
export { JsonError, type JsonErrorCode } from './json-error';
export { JsonStream, type JsonStreamOptions, type JsonValue } from './json-stream';
export type { JsonLimits } from './value-scanner';
