/** One piece of an essay while a reader lays it out. */
export interface LayoutPiece {
	id: number;
	heading: string | null;
	paragraphs: readonly string[];
	/** The id of the section it belongs to; null if it is a section of its own, or belongs to none. */
	section: string | null;
	/** The name it is given; empty to use its heading. */
	name: string;
	isOmitted: boolean;
}

/** The pieces of an essay in order, and the reader's changes to them. Each change can be undone. */
export class EssayLayout {
	#lastId = 0;
	#pieces = $state.raw<readonly LayoutPiece[]>([]);
	#history = $state.raw<readonly (readonly LayoutPiece[])[]>([]);

	get pieces(): readonly LayoutPiece[] {
		return this.#pieces;
	}
	get canUndo(): boolean {
		return this.#history.length > 0;
	}

	/** Starts again with these pieces. */
	load(pieces: readonly Omit<LayoutPiece, 'id' | 'name' | 'isOmitted'>[]): void {
		this.#history = [];
		this.#pieces = pieces.map((piece) => {
			return { ...piece, id: (this.#lastId += 1), name: '', isOmitted: false };
		});
	}

	/** Sets the section of every piece, in order. */
	assign(sections: readonly (string | null)[]): void {
		this.#change(this.#pieces.map((piece, at) => ({ ...piece, section: sections[at] ?? null })));
	}

	/** Joins a piece to the one before it; its heading becomes a paragraph, so that no word is lost. */
	join(index: number): void {
		const [previous, piece] = [this.#pieces[index - 1], this.#pieces[index]];
		if (!previous || !piece) return;
		const heading = piece.heading === null ? [] : [piece.heading];
		const joined = {
			...previous,
			paragraphs: [...previous.paragraphs, ...heading, ...piece.paragraphs]
		};
		this.#change([...this.#pieces.slice(0, index - 1), joined, ...this.#pieces.slice(index + 1)]);
	}

	/** Splits a piece before one of its paragraphs, from 1. */
	split(index: number, at: number): void {
		const piece = this.#pieces[index];
		if (!piece || at < 1 || at >= piece.paragraphs.length) return;
		const first = { ...piece, paragraphs: piece.paragraphs.slice(0, at) };
		const second = { ...piece, id: (this.#lastId += 1), heading: null, name: '' };
		this.#change([
			...this.#pieces.slice(0, index),
			first,
			{ ...second, paragraphs: piece.paragraphs.slice(at) },
			...this.#pieces.slice(index + 1)
		]);
	}

	/** Sets the section of a piece, omits it, or includes it again. */
	update(index: number, change: Partial<Pick<LayoutPiece, 'section' | 'isOmitted'>>): void {
		this.#change(this.#pieces.map((piece, at) => (at === index ? { ...piece, ...change } : piece)));
	}

	/** Names a piece; the field has an undo of its own. */
	rename(index: number, name: string): void {
		this.#pieces = this.#pieces.map((piece, at) => (at === index ? { ...piece, name } : piece));
	}

	/** Undoes the last change; pieces named since keep their names. */
	undo(): void {
		const names = new Map(this.#pieces.map(({ id, name }) => [id, name]));
		this.#pieces = (this.#history.at(-1) ?? this.#pieces).map((piece) => {
			return { ...piece, name: names.get(piece.id) ?? piece.name };
		});
		this.#history = this.#history.slice(0, -1);
	}

	#change(next: readonly LayoutPiece[]): void {
		this.#history = [...this.#history.slice(-99), this.#pieces];
		this.#pieces = next;
	}
}
