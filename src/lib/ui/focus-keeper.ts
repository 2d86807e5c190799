import { controls, giveFocus } from './give-focus';

/** The selector of headings and legends, which can be read out as the beginning of something. */
const beginnings = 'h1, h2, h3, h4, h5, h6, legend';

/**
 * Keeps the focus near where it was when the focused element is removed or disabled. The element that replaces it takes
 * the focus; where there is none, its neighbour in the list; else the heading above. Code that moves the focus itself
 * is left alone, and so is a list that is only rendered in part (`data-line`): it manages its own focus.
 */
export function keepFocus(root: HTMLElement): () => void {
	/** The focused element and its ancestors, up to `root`. */
	let path: Node[] = [];
	let came: Node[] = [];
	let beside: Node[] = [];
	let waiting = false;

	function hold({ target }: FocusEvent): void {
		path = [];
		for (let at = target as Node | null; at && at !== root; at = at.parentNode) path.push(at);
		path.push(root);
	}

	function release({ target }: FocusEvent): void {
		// An element may lose the focus before it is removed from the document: a moment later one can tell.
		queueMicrotask(() => {
			const [held] = path;
			if (held && held === target && !isLost(held)) path = [];
		});
	}

	const watch = new MutationObserver((changes) => {
		const [held] = path;
		if (!held) return;
		for (const { target, addedNodes, removedNodes, previousSibling, nextSibling } of changes) {
			came.push(...addedNodes);
			if ([...removedNodes].some((node) => path.includes(node)) && target.isConnected) {
				beside = [nextSibling, previousSibling].filter((node) => node !== null);
			}
		}
		if (!isLost(held)) came = beside = [];
		else if (!waiting) {
			waiting = true;
			// Code that moves the focus itself does so after the same change.
			setTimeout(find);
		}
	});

	function find(): void {
		const [held] = path;
		const { activeElement, body } = document;
		const elsewhere = activeElement !== null && activeElement !== body && activeElement !== held;
		if (held && isLost(held) && !elsewhere) {
			const to = (held as Element).closest('[data-line]') ? null : placeFor();
			if (to) giveFocus(to);
		}
		waiting = false;
		came = beside = [];
	}

	function placeFor(): HTMLElement | null {
		const left = path.filter((node) => !isLost(node));
		const arrived = came.filter((node) => node.isConnected).sort(inOrder);
		const [nearest] = left;
		const inPlace = firstOf(arrived.filter((node) => node.parentNode === nearest));
		if (inPlace) return inPlace;
		const neighbours = beside.flatMap((node) => nextElement(node) ?? []);
		const neighbour = firstOf(neighbours.filter((node) => node.matches('li, label')));
		if (neighbour) return neighbour;
		for (const around of left) {
			const near = firstOf(arrived.filter((node) => around.contains(node)));
			if (near) return near;
		}
		const here =
			beside.find((node) => node.isConnected) ?? (path[0]?.isConnected ? path[0] : nearest);
		const above = [...root.querySelectorAll<HTMLElement>(beginnings)].filter(
			(one) => here && !isBefore(here, one) && landing(one)
		);
		return above.at(-1) ?? root;
	}

	root.addEventListener('focusin', hold);
	root.addEventListener('focusout', release);
	watch.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled'] });
	return () => {
		root.removeEventListener('focusin', hold);
		root.removeEventListener('focusout', release);
		watch.disconnect();
	};
}

/** Returns the element in which the focus can land: the first control, the heading, or the first words. */
function landing(element: Element): HTMLElement | null {
	if (!(element instanceof HTMLElement) || isDisabled(element)) return null;
	if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('[inert]')) {
		return null;
	}
	if (element.ariaHidden === 'true') return null;
	if (element instanceof HTMLLabelElement && element.control) return landing(element.control);
	if (element.matches(`${controls}, ${beginnings}, [tabindex]`)) return element;
	const title = element.matches('header') ? element.querySelector(beginnings) : null;
	if (title) return landing(title);
	if (element instanceof HTMLFieldSetElement) {
		const chosen = element.querySelector(':checked') ?? element.querySelector('input');
		if (chosen) return landing(chosen);
	}
	const says = [...element.childNodes].some(
		(node) => node instanceof Text && node.data.trim() !== ''
	);
	return says ? element : firstOf([...element.children]);
}

function firstOf(nodes: readonly Node[]): HTMLElement | null {
	for (const node of nodes) {
		const found = node instanceof Element ? landing(node) : null;
		if (found) return found;
	}
	return null;
}

function isLost(node: Node): boolean {
	return !node.isConnected || isDisabled(node);
}

function isDisabled(node: Node): boolean {
	return node instanceof Element && node.matches(':disabled');
}

/** Returns the node if it is an element, or the next sibling that is one. */
function nextElement(node: Node): Element | null {
	let at: Node | null = node;
	while (at && !(at instanceof Element)) at = at.nextSibling;
	return at instanceof Element ? at : null;
}

function isBefore(one: Node, other: Node): boolean {
	return Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}

function inOrder(one: Node, other: Node): number {
	return isBefore(one, other) ? -1 : 1;
}
