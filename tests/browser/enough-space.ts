/**
 * Before a journal writes first, it finds out whether there is room, by writing five megabytes to a file. Nearly all tests
 * are about something else: for them the browser has no such file, and so there is room.
 */
Object.defineProperty(navigator.storage, 'getDirectory', {
	configurable: true,
	value: () => Promise.reject(new DOMException('not for this test', 'SecurityError'))
});

/** From now on a test file asks the browser itself. */
export function askTheBrowserForRoom(): void {
	Reflect.deleteProperty(navigator.storage, 'getDirectory');
}
