import { DATABASE } from '$lib/session/database-name';
import { beginNewLog } from '$lib/storage/storage';
import { killing } from './killing';
import { restoring } from './restoring';

/* The journal's own code on a page without an interface, to be driven from outside. */

// As the app does at each start.
await beginNewLog(DATABASE);
Object.assign(globalThis, { harness: { ...killing, ...restoring } });
document.title = 'ready';
