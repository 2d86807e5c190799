/** A limit of erasing everything: something it cannot do, and its name. */
export interface EraseLimit {
	title: string;
	text: string;
}

/** Describes what happens to the passkeys of a journal that is to be erased, or `isErased`, on this host. */
export function passkeyLimit(count: number, isErased: boolean, host: string): EraseLimit {
	const isSingle = count === 1;
	const effect = isErased
		? `${isSingle ? 'opens' : 'open'} nothing any more`
		: 'will then open nothing';
	return {
		title: isSingle ? 'Your passkey.' : `Your ${count} passkeys.`,
		text: `${isSingle ? 'It stays' : 'They stay'} in the list of passkeys of this browser, the device or a security key, and ${effect}. The browser ${isErased ? 'was' : 'is'} asked to take ${isSingle ? 'it' : 'them'} off that list, where it can be. ${removeByHand(host)}`
	};
}

/** The message for one passkey that was removed as an unlock method, on this host. */
export function passkeyStillListed(host: string): string {
	return `The browser was asked to take it off its list of passkeys, and may not be able to. ${removeByHand(host)}`;
}

function removeByHand(host: string): string {
	return `To remove it by hand, look for “Own Voice” at ${host} in the settings of the browser or the system, under passwords or passkeys.`;
}
