import * as v from 'valibot';
import { lineSchema, momentSchema } from './values';

/**
 * The info that the journal stores about a key slot, encrypted, so that nobody without the key can add one. Only slots
 * that are listed here with the same mark, and whose own proof says the same, are moved to a new epoch.
 */
export type SlotInfo = v.InferOutput<typeof slotInfoSchema>;

export const slotInfoSchema = v.strictObject({
	id: lineSchema,
	kind: v.picklist(['device', 'passphrase', 'recovery', 'passkey']),
	/** The name that the person gave it; empty until they name it. */
	label: lineSchema,
	made: momentSchema,
	/** The slot's public half in hex; empty for a device slot, which is never moved to a new epoch. */
	mark: lineSchema,
	/** Whether its row has a proof. It is absent in format 1. */
	proven: v.exactOptional(v.literal(true))
});
