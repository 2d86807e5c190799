import type { Moment } from './moment';

/** An earlier text of an entry. */
export interface Version {
	id: string;
	/** The entry it belongs to. */
	entry: string;
	text: string;
	/** When this text was replaced. */
	kept: Moment;
}
