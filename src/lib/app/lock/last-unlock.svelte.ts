/** How the journal was opened last in this document, for what there is to say afterwards. */
class LastUnlock {
	/** With the recovery code: then the passphrase may be lost, and a new one is offered. */
	byRecoveryCode = $state(false);
}

export const lastUnlock = new LastUnlock();
