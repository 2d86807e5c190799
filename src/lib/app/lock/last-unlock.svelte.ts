/** How the journal was last unlocked in this document, for the messages that follow. */
class LastUnlock {
	/** Whether by the recovery code: then the passphrase may be lost, and a new one is offered. */
	byRecoveryCode = $state(false);
}

export const lastUnlock = new LastUnlock();
