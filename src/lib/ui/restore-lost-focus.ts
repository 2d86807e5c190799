import { controlSelector, moveFocus } from './move-focus';

/** What can be read out as the beginning of something. */
const headingSelector = 'h1, h2, h3, h4, h5, h6, legend';

/**
 * Keeps the focus near where it was when what had it is removed or disabled. What came in its place
 * takes the focus; where nothing came, its neighbour in the list; else the heading above. Whoever puts the focus
 * somewhere themselves is left alone, and so is a list that is only drawn in part (`data-line`): it minds its own.
 */
export function restoreLostFocus(root: HTMLElement): () => void {
	/** What has the focus, and all that it stands in, as far as `root`. */
	let focusPath: Node[] = [];
	let added: Node[] = [];
	let siblings: Node[] = [];
	let isScheduled = false;

	function onFocusIn({ target }: FocusEvent): void {
		focusPath = [];
		for (let at = target as Node | null; at && at !== root; at = at.parentNode) focusPath.push(at);
		focusPath.push(root);
	}

	function onFocusOut({ target }: FocusEvent): void {
		// What is taken out of the document may lose the focus before: a moment later one can tell.
		queueMicrotask(() => {
			const [lastFocused] = focusPath;
			if (lastFocused && lastFocused === target && !isLost(lastFocused)) focusPath = [];
		});
	}

	const observer = new MutationObserver((changes) => {
		const [held] = focusPath;
		if (!held) return;
		for (const { target, addedNodes, removedNodes, previousSibling, nextSibling } of changes) {
			added.push(...addedNodes);
			if ([...removedNodes].some((node) => focusPath.includes(node)) && target.isConnected) {
				siblings = [nextSibling, previousSibling].filter((node) => node !== null);
			}
		}
		if (!isLost(held)) added = siblings = [];
		else if (!isScheduled) {
			isScheduled = true;
			// Who moves the focus by hand does so after the same change.
			setTimeout(restore);
		}
	});

	function restore(): void {
		const [lastFocused] = focusPath;
		const { activeElement, body } = document;
		const isFocusElsewhere =
			activeElement !== null && activeElement !== body && activeElement !== lastFocused;
		if (lastFocused && isLost(lastFocused) && !isFocusElsewhere) {
			const to = (lastFocused as Element).closest('[data-line]') ? null : findTarget();
			if (to) moveFocus(to);
		}
		isScheduled = false;
		added = siblings = [];
	}

	function findTarget(): HTMLElement | null {
		const remaining = focusPath.filter((node) => !isLost(node));
		const newNodes = added.filter((node) => node.isConnected).sort(compareNodes);
		const [nearest] = remaining;
		const replacement = firstFocusTarget(newNodes.filter((node) => node.parentNode === nearest));
		if (replacement) return replacement;
		const neighbours = siblings.flatMap((node) => nextElement(node) ?? []);
		const neighbour = firstFocusTarget(neighbours.filter((node) => node.matches('li, label')));
		if (neighbour) return neighbour;
		for (const ancestor of remaining) {
			const near = firstFocusTarget(newNodes.filter((node) => ancestor.contains(node)));
			if (near) return near;
		}
		const here =
			siblings.find((node) => node.isConnected) ??
			(focusPath[0]?.isConnected ? focusPath[0] : nearest);
		const above = [...root.querySelectorAll<HTMLElement>(headingSelector)].filter(
			(heading) => here && !isBefore(here, heading) && focusTargetIn(heading)
		);
		return above.at(-1) ?? root;
	}

	root.addEventListener('focusin', onFocusIn);
	root.addEventListener('focusout', onFocusOut);
	observer.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled'] });
	return () => {
		root.removeEventListener('focusin', onFocusIn);
		root.removeEventListener('focusout', onFocusOut);
		observer.disconnect();
	};
}

/** Where in an element one can be set down: at its first control, its heading, or its first words. */
function focusTargetIn(element: Element): HTMLElement | null {
	if (!(element instanceof HTMLElement) || isDisabled(element)) return null;
	if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('[inert]')) {
		return null;
	}
	if (element.ariaHidden === 'true') return null;
	if (element instanceof HTMLLabelElement && element.control) return focusTargetIn(element.control);
	if (element.matches(`${controlSelector}, ${headingSelector}, [tabindex]`)) return element;
	const title = element.matches('header') ? element.querySelector(headingSelector) : null;
	if (title) return focusTargetIn(title);
	if (element instanceof HTMLFieldSetElement) {
		const input = element.querySelector(':checked') ?? element.querySelector('input');
		if (input) return focusTargetIn(input);
	}
	const hasOwnText = [...element.childNodes].some(
		(node) => node instanceof Text && node.data.trim() !== ''
	);
	return hasOwnText ? element : firstFocusTarget([...element.children]);
}

function firstFocusTarget(nodes: readonly Node[]): HTMLElement | null {
	for (const node of nodes) {
		const found = node instanceof Element ? focusTargetIn(node) : null;
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

/** The element at a place between others, or the next one there. */
function nextElement(node: Node): Element | null {
	let current: Node | null = node;
	while (current && !(current instanceof Element)) current = current.nextSibling;
	return current instanceof Element ? current : null;
}

function isBefore(one: Node, other: Node): boolean {
	return Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}

function compareNodes(one: Node, other: Node): number {
	return isBefore(one, other) ? -1 : 1;
}
