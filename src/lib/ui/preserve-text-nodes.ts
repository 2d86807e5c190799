/*
 * A browser's translator replaces the app's text nodes: `text` becomes `<font><font>…</font></font>`, and the text
 * node, which Svelte still writes to, is no longer in the document. Later changes are never seen, and a block that
 * begins or ends with such a text is removed only in part.
 */

/** Translators wrap their text in `<font>`, which nothing else uses any more. */
const TRANSLATION_TAG = 'FONT';

/** A text node of the app's whose translation is shown. */
interface TranslatedText {
	/** The element with the translation. */
	translation: Element;
	/** The text before it was emptied. */
	text: string;
}

/**
 * Keeps every text node in the document when a translator replaces it: the node stays, emptied, beside its translation.
 * When the app writes to it, moves it or removes it, the translation goes, and the translator finds the new words by
 * itself. Returns a function that ends it.
 */
export function preserveTextNodes(root: Element): () => void {
	const translated = new WeakMap<Node, TranslatedText>();
	const usedTranslations = new WeakSet<Element>();

	/** Returns the translation that replaced a text; null if the text was removed in some other way. */
	function findTranslation(record: MutationRecord, added: ReadonlySet<Node>): Element | null {
		const neighbours = [...record.addedNodes, record.previousSibling, record.nextSibling];
		const found = neighbours.find(
			(node) => node && added.has(node) && node.nodeName === TRANSLATION_TAG
		);
		return found instanceof Element && found.isConnected && !usedTranslations.has(found)
			? found
			: null;
	}

	function onRemoved(node: Node, record: MutationRecord, added: ReadonlySet<Node>): void {
		const known = translated.get(node);
		if (known) {
			if (!node.isConnected) known.translation.remove();
			else if (known.translation.isConnected) {
				node.parentNode?.insertBefore(known.translation, node.nextSibling);
			}
			return;
		}
		if (!(node instanceof Text) || node.isConnected || node.data.trim() === '') return;
		const translation = findTranslation(record, added);
		if (!translation) return;
		translated.set(node, { translation, text: node.data });
		usedTranslations.add(translation);
		node.data = '';
		translation.before(node);
	}

	/** Restores the text that a translator puts back when it is asked for the original: it must not be empty. */
	function onAdded(node: Node): void {
		const known = translated.get(node);
		if (!known || known.translation.isConnected || !node.isConnected) return;
		translated.delete(node);
		if (node instanceof Text && node.data === '') node.data = known.text;
	}

	function onTextChanged(node: Node): void {
		translated.get(node)?.translation.remove();
		translated.delete(node);
	}

	const observer = new MutationObserver((records) => {
		const added = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]));
		for (const record of records) {
			if (record.type === 'characterData') onTextChanged(record.target);
			for (const node of record.removedNodes) onRemoved(node, record, added);
			for (const node of record.addedNodes) onAdded(node);
		}
		// Our own changes are not to be observed.
		observer.takeRecords();
	});
	observer.observe(root, { childList: true, characterData: true, subtree: true });
	return () => observer.disconnect();
}
