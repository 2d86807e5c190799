/** Numbers that a seed decides: the same seed gives the same journal on every machine. */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** From 0 up to, and without, 1 (mulberry32). */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let t = this.#state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from `least` to `most`, both included. */
	whole(least: number, most: number): number {
		return least + Math.floor(this.next() * (most - least + 1));
	}

	/** True about so often: 0.1 is one time in ten. */
	often(share: number): boolean {
		return this.next() < share;
	}

	/** One of these. */
	of<T>(all: readonly T[]): T {
		return all[Math.floor(this.next() * all.length)] as T;
	}

	/** 128 bits in hex, as a record's id is. */
	id(): string {
		return Array.from({ length: 4 }, () =>
			Math.floor(this.next() * 2 ** 32)
				.toString(16)
				.padStart(8, '0')
		).join('');
	}

	/** A number around 0, mostly between -2 and 2 (a sum of twelve, close to the normal distribution). */
	normal(): number {
		let sum = -6;
		for (let times = 0; times < 12; times += 1) sum += this.next();
		return sum;
	}
}
