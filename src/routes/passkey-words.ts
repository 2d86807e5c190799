/** Something that letting go of everything cannot do, and its name. */
export interface Limit {
	word: string;
	said: string;
}

/** What becomes of the passkeys of a journal that is to go, or has `gone`, on a host of this name. */
export function passkeyWords(count: number, gone: boolean, host: string): Limit {
	const one = count === 1;
	const opens = gone ? `${one ? 'opens' : 'open'} nothing any more` : 'will then open nothing';
	return {
		word: one ? 'Your passkey.' : `Your ${count} passkeys.`,
		said: `${one ? 'It stays' : 'They stay'} in the list of passkeys of this browser, the device or a security key, and ${opens}. The browser ${gone ? 'was' : 'is'} asked to take ${one ? 'it' : 'them'} off that list, where it can be. ${byHand(host)}`
	};
}

/** Said of one passkey that was removed as a way in, on a host of this name. */
export function stillListed(host: string): string {
	return `The browser was asked to take it off its list of passkeys, and may not be able to. ${byHand(host)}`;
}

function byHand(host: string): string {
	return `To remove it by hand, look for “Own Voice” at ${host} in the settings of the browser or the system, under passwords or passkeys.`;
}
