import type { Entry } from './entry';
import type { KeptCompanion } from './kept-companion';
import type { OwnPrompt } from './own-prompt';
import type { Version } from './record-kinds';
import type { CarriedSettings } from './settings';

/** All that a person has written and chosen in a journal, whatever is hidden, sealed or in the bin. */
export interface Whole {
	entries: Entry[];
	/** Their earlier texts: exactly those that the entries name. */
	versions: Version[];
	prompts: OwnPrompt[];
	/** The companions kept here, and the original words of some. */
	library: KeptCompanion[];
	settings: CarriedSettings;
}
