/** What a companion file may hold at most; the figures stand in docs/companion-format.md. */
export const companionLimits = {
	bytes: 1_048_576,
	sections: 200,
	prompts: 2_000,
	paragraph: 20_000,
	line: 500,
	name: 40,
	id: 64,
	findings: 100,
	finding: 2_000
} as const;
