// The host answers this address with `Clear-Site-Data` (static/_headers). Without scripts nothing of ours
// is kept again by showing it: no service worker, no key, no database.
export const csr = false;
