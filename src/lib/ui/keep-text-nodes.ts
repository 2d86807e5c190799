/*
 * A browser's translator replaces the app's text nodes: `text` becomes `<font><font>…</font></font>`, and the text
 * node, which Svelte still writes to, is no longer in the document. Later changes are never seen, and a block that
 * begins or ends with such a text is removed only in part.
 */

/** Translators wrap their text in `<font>`, which nothing else uses any more. */
const TRANSLATION = 'FONT';

/** A text node of the app's whose translation is shown. */
interface Translated {
	/** The element with the translation. */
	shown: Element;
	/** The text before it was emptied. */
	said: string;
}

/**
 * Keeps every text node in the document when a translator replaces it: the node stays, emptied, beside its translation.
 * When the app writes to it, moves it or removes it, the translation goes, and the translator finds the new words by
 * itself. Returns a function that ends it.
 */
export function keepTextNodes(root: Element): () => void {
	const translated = new WeakMap<Node, Translated>();
	const taken = new WeakSet<Element>();

	/** Returns the translation that replaced a text; null if the text was removed in some other way. */
	function translationOf(record: MutationRecord, came: ReadonlySet<Node>): Element | null {
		const near = [...record.addedNodes, record.previousSibling, record.nextSibling];
		const found = near.find((node) => node && came.has(node) && node.nodeName === TRANSLATION);
		return found instanceof Element && found.isConnected && !taken.has(found) ? found : null;
	}

	function onRemoved(node: Node, record: MutationRecord, came: ReadonlySet<Node>): void {
		const known = translated.get(node);
		if (known) {
			if (!node.isConnected) known.shown.remove();
			else if (known.shown.isConnected) {
				node.parentNode?.insertBefore(known.shown, node.nextSibling);
			}
			return;
		}
		if (!(node instanceof Text) || node.isConnected || node.data.trim() === '') return;
		const shown = translationOf(record, came);
		if (!shown) return;
		translated.set(node, { shown, said: node.data });
		taken.add(shown);
		node.data = '';
		shown.before(node);
	}

	/** Restores the text that a translator puts back when it is asked for the original: it must not be empty. */
	function onAdded(node: Node): void {
		const known = translated.get(node);
		if (!known || known.shown.isConnected || !node.isConnected) return;
		translated.delete(node);
		if (node instanceof Text && node.data === '') node.data = known.said;
	}

	function onWritten(node: Node): void {
		translated.get(node)?.shown.remove();
		translated.delete(node);
	}

	const observer = new MutationObserver((records) => {
		const came = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]));
		for (const record of records) {
			if (record.type === 'characterData') onWritten(record.target);
			for (const node of record.removedNodes) onRemoved(node, record, came);
			for (const node of record.addedNodes) onAdded(node);
		}
		// Our own changes are not to be observed.
		observer.takeRecords();
	});
	observer.observe(root, { childList: true, characterData: true, subtree: true });
	return () => observer.disconnect();
}
