/** How the journal was opened last in this document, for what there is to say afterwards. */
class Opened {
	/** With the recovery code: then the passphrase may be lost, and a new one is offered. */
	byCode = $state(false);
}

export const opened = new Opened();
