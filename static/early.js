// Runs before the first paint, and before the app.
(() => {
	const root = document.documentElement;

	// Text for people without scripts is hidden from everyone else (base.css).
	root.classList.add('scripts');

	// The appearance settings of a person (src/routes/settings/appearance.ts). A value that no style sheet knows
	// changes nothing.
	try {
		for (const name of ['theme', 'letters', 'typeface', 'line']) {
			const chosen = localStorage.getItem(`own-voice:${name}`);
			if (chosen) root.dataset[name] = chosen;
		}
	} catch {
		// Storage denied: the appearance follows the system and the browser.
	}

	// A tap made before the app has started is held until it has. Only the last one counts.
	const PATIENCE = 8000;
	let holding = true;
	/** @type {HTMLElement | null} */
	let held = null;

	/** @param {HTMLElement | null} next */
	function hold(next) {
		held?.removeAttribute('aria-busy');
		held = next;
		held?.setAttribute('aria-busy', 'true');
	}

	function release() {
		const tapped = held;
		holding = false;
		hold(null);
		tapped?.click();
	}

	addEventListener(
		'click',
		(event) => {
			if (!holding || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
			const tapped = event.target instanceof Element ? event.target.closest('[data-tap]') : null;
			if (!(tapped instanceof HTMLElement)) return;
			event.preventDefault();
			event.stopPropagation();
			hold(tapped);
		},
		true
	);

	// The app did not load: from now on links act as plain links.
	addEventListener('load', () => setTimeout(() => holding && release(), PATIENCE));

	window.ownVoiceEarly = { alive: release };
})();
