import * as v from 'valibot';
import { lineSchema, momentSchema } from './values';

/**
 * What the journal knows of a key slot: sealed, so that nobody without the key can slip one in. Only slots
 * that stand here with the same mark, and whose own proof says the same, are taken along into a new epoch.
 */
export type SlotInfo = v.InferOutput<typeof slotInfoSchema>;

export const slotInfoSchema = v.strictObject({
	id: lineSchema,
	kind: v.picklist(['device', 'passphrase', 'recovery', 'passkey']),
	/** What the person calls it; empty until they name it. */
	label: lineSchema,
	made: momentSchema,
	/** The slot's public half in hex; empty for a device slot, which is never taken along. */
	mark: lineSchema,
	/** Whether its row bears a proof. A note of format 1 does not say so. */
	proven: v.exactOptional(v.literal(true))
});
