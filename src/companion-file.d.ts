declare module '*.companion.md' {
	/** The file, parsed and linted while the app is built. */
	const companion: import('$lib/companion/companion').Companion;
	export default companion;
}
