/** A website to leave to: an ordinary one, which looks the same to everyone who opens it. */
export interface ExitSite {
	/** Stored in the browser when the site is chosen. */
	id: string;
	name: string;
	href: string;
}

/** The sites that the quick exit can go to. The first one is the default. */
export const exitSites: readonly [ExitSite, ...ExitSite[]] = [
	{ id: 'weather', name: 'weather, bbc.co.uk', href: 'https://www.bbc.co.uk/weather' },
	{ id: 'encyclopedia', name: 'encyclopedia, wikipedia.org', href: 'https://www.wikipedia.org/' },
	{
		id: 'dictionary',
		name: 'dictionary, merriam-webster.com',
		href: 'https://www.merriam-webster.com/'
	},
	{
		id: 'clock',
		name: 'world clock, timeanddate.com',
		href: 'https://www.timeanddate.com/worldclock/'
	}
];
