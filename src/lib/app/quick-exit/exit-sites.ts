/** A website to go to: an ordinary one, which looks the same to whoever opens it. */
export interface ExitSite {
	/** Kept in the browser when the place is chosen. */
	id: string;
	name: string;
	href: string;
}

/** Where Leave quickly can go. The first one is for everybody who has not chosen. */
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
