// The quick exit, and the cover over the app from then on until the person continues. It runs before the first paint,
// on every page, and needs nothing of the app.
(() => {
	// Inside another website nothing of the app is shown, and none of it starts (src/hooks.client.ts): the framing site
	// could put something over it and misdirect clicks (clickjacking). Only a header of the host forbids framing; the
	// policy in a page cannot. A page without a script replaces it.
	if (window.top !== window) {
		document.documentElement.hidden = true;
		const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
		location.replace(new URL('framed/', src).href);
		return;
	}

	const COVERED = 'own-voice:covered';
	const SHIFT = 'own-voice:shift';
	// The longest wait for words that are being saved, in milliseconds. On a fast device they take a tenth of it; the
	// very first words on a slow one, for which the journal is created, take most of it.
	const SAVING = 1500;
	// The milliseconds that the other website may take to answer.
	const PATIENCE = 10_000;
	// The most milliseconds from one press of Shift to the next.
	const PRESS = 5000;

	const script = /** @type {HTMLScriptElement} */ (document.currentScript);
	const plainPage = new URL('offline/', script.src).href;
	const root = document.documentElement;

	/* Stored values: in `localStorage`, and where it is denied, in the memory of this document. */

	/** @type {Map<string, string>} */
	const memory = new Map();

	/** @param {string} key */
	function recall(key) {
		try {
			return memory.get(key) ?? localStorage.getItem(key);
		} catch {
			return memory.get(key) ?? null; // storage denied
		}
	}

	/**
	 * @param {string} key
	 * @param {string | null} value
	 */
	function keep(key, value) {
		memory.delete(key);
		try {
			if (value === null) localStorage.removeItem(key);
			else localStorage.setItem(key, value);
		} catch {
			if (value !== null) memory.set(key, value); // storage denied or full
		}
	}

	/* The cover. Nothing below it is drawn, found, read out or reached by a key. */

	let covered = false;
	let scrolled = 0;
	/** @type {Element | null} */
	let focused = null;
	/** @type {Element[]} The elements for the app's icon and colour, which the browser itself shows. */
	let ours = [];
	const title = document.createElement('title');
	title.textContent = 'Loading';
	const icon = document.createElement('link');
	icon.rel = 'icon';
	icon.href = `${plainPage}blank.svg`;

	function cover() {
		if (covered) return;
		covered = true;
		scrolled = scrollY;
		focused = document.activeElement;
		// A modal dialog would make everything else inert, the cover too.
		for (const dialog of document.querySelectorAll('dialog[open]')) {
			/** @type {HTMLDialogElement} */ (dialog).close();
		}
		ours = [...document.head.querySelectorAll('link[rel~="icon"], meta[name="theme-color"]')];
		for (const one of ours) one.remove();
		document.head.prepend(title, icon); // of several titles the first one counts
		root.dataset.covered = '';
		show();
	}

	function uncover() {
		keep(COVERED, null);
		covered = false;
		title.remove();
		icon.remove();
		document.head.append(...ours);
		delete root.dataset.covered;
		show();
		dispatchEvent(new Event('resize')); // what was laid out meanwhile had no size
		scrollTo(0, scrolled);
		const back = focused instanceof HTMLElement && focused.matches('main *:not([data-leave])');
		const next = back ? focused : document.getElementById('main');
		/** @type {HTMLElement | null} */ (next)?.focus({ preventScroll: true });
	}

	/** Shows the document as `covered` says; while there is no body yet, nothing at all. */
	function show() {
		const sheet = part('.cover');
		const app = part('.root');
		root.hidden = covered && !(sheet && app);
		if (sheet) sheet.hidden = !covered;
		if (app) app.hidden = app.inert = covered;
	}

	/** Shows the button to return: that takes a deliberate press, and while leaving there is nothing to press. */
	function offerReturn() {
		const button = part('.cover button');
		if (!button) return;
		button.hidden = false;
		button.onclick = uncover;
	}

	/** @param {string} selector */
	const part = (selector) => /** @type {HTMLElement | null} */ (document.querySelector(selector));

	/** Covers this document, if a tab of this browser was left and nobody has continued since. */
	function coverIfLeft() {
		if (!covered && recall(COVERED) === null) return;
		cover();
		offerReturn();
	}

	/* Leaving. */

	let waiting = 0;

	/** @param {string} place */
	async function leave(place) {
		keep(COVERED, '1');
		cover();
		try {
			const longest = new Promise((resolve) => setTimeout(resolve, SAVING));
			await Promise.race([api.saveFirst?.(), longest]);
		} catch {
			// Not saved: there is nothing more to be done.
		}
		waiting = setTimeout(leaveForPlainPage, PATIENCE);
		// Offline the browser would show which address it was at.
		if (navigator.onLine) location.replace(place);
		else leaveForPlainPage();
	}

	function leaveForPlainPage() {
		clearTimeout(waiting);
		if (navigator.serviceWorker?.controller) location.replace(plainPage);
		else offerReturn(); // the page is not cached on this device: only the cover is left
	}

	addEventListener(
		'click',
		(event) => {
			const link = event.target instanceof Element && event.target.closest('a[data-leave]');
			if (!(link instanceof HTMLAnchorElement)) return;
			event.preventDefault();
			event.stopImmediatePropagation();
			void leave(link.href);
		},
		true
	);

	/* Shift pressed three times, on a hardware keyboard. A press counts when it ends, and nothing else was pressed. */

	const computer = matchMedia('(any-pointer: fine) and (any-hover: hover)');
	let presses = 0;
	let last = 0;
	let alone = true;

	function interrupt() {
		presses = 0;
		alone = false;
	}

	/** @param {KeyboardEvent} event */
	const isShift = ({ code, isComposing }) =>
		!isComposing && (code === 'ShiftLeft' || code === 'ShiftRight');

	/** @param {KeyboardEvent} event */
	function keyDown(event) {
		if (!isShift(event)) interrupt();
		else if (!event.repeat) alone = true;
	}

	/** @param {KeyboardEvent} event */
	function keyUp(event) {
		// The other Shift may still be down.
		if (!isShift(event) || event.shiftKey || !alone) return;
		const now = performance.now();
		presses = now - last <= PRESS ? presses + 1 : 1;
		last = now;
		const place = document.querySelector('a[data-leave]');
		if (presses < 3 || !(place instanceof HTMLAnchorElement)) return;
		presses = 0;
		if (computer.matches && recall(SHIFT) !== 'off') void leave(place.href);
	}

	addEventListener('keydown', keyDown, true);
	addEventListener('keyup', keyUp, true);
	addEventListener('pointerdown', interrupt, true);
	addEventListener('wheel', interrupt, { capture: true, passive: true });
	addEventListener('blur', interrupt);

	/* Returning: by opening the app, by Back or Forward, from another tab. */

	coverIfLeft();
	document.addEventListener('DOMContentLoaded', () => {
		show();
		coverIfLeft();
	});
	addEventListener('storage', coverIfLeft);
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'visible') coverIfLeft();
	});
	// A document restored from the back/forward cache shows nothing before it was checked.
	addEventListener('pagehide', () => {
		clearTimeout(waiting);
		root.style.visibility = 'hidden';
	});
	addEventListener('pageshow', () => {
		coverIfLeft();
		root.style.visibility = '';
	});

	/** @type {NonNullable<Window['ownVoiceCover']>} */
	const api = {
		saveFirst: null,
		get covered() {
			return covered;
		},
		get hasShift() {
			return computer.matches;
		},
		recall,
		keep
	};
	window.ownVoiceCover = api;
})();
