import { killing } from './killing';
import { restoring } from './restoring';

/* The journal's own code on a page without an interface, to be driven from outside. */

Object.assign(globalThis, { harness: { ...killing, ...restoring } });
document.title = 'ready';
