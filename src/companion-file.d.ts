declare module '*.companion.md' {
	/** The file, parsed and linted while the app is built. */
	const companion: import('$lib/companion/companion').Companion;
	export default companion;
}

declare module '*.companion.md?outline' {
	/** The file without passages, prompts and findings. */
	const outline: import('$lib/companion/companion').CompanionOutline;
	export default outline;
}

declare module '*.companion.md?findings' {
	/** What the prompts of the file lean on. */
	const findings: import('$lib/companion/companion').Finding[];
	export default findings;
}

declare module '*.companion.md?sections' {
	/** Loads a section, by its place in the file from 0. */
	const sections: (() => Promise<{ default: import('$lib/companion/companion').Section }>)[];
	export default sections;
}
