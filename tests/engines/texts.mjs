/** What is written, and what closes it, on the journeys. */
export const TEXT = 'A clear morning, and the harbour was quiet.';
export const MORE = ' Then a bell.';
export const PASSPHRASE = 'quiet harbour with seventeen boats';
export const OTHER_PASSPHRASE = 'seventeen quiet boats at night';
