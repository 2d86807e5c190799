// TypeScript's DOM library does not know Trusted Types; only these two members are used.
interface ScriptPolicy {
	createScriptURL(url: string): string;
}
interface PolicyFactory {
	createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

let policy: ScriptPolicy | null = null;

/**
 * Returns the URL of a worker's script, as Trusted Types require it: under the one policy of the app, which allows only
 * scripts of our own origin. Throws a TypeError for any other.
 */
export function trustedScriptUrl(url: string): string {
	const rules: ScriptPolicy = {
		createScriptURL(text) {
			if (new URL(text, location.href).origin === location.origin) return text;
			throw new TypeError('a worker is started from our own origin only');
		}
	};
	const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
	policy ??= factory ? factory.createPolicy('own-voice-worker', rules) : rules;
	return policy.createScriptURL(url);
}
