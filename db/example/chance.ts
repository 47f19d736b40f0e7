/** Numbers that look like chance and are the same at every loading. Park and Miller's generator, seeded by a word. */
export class Chance {
  #state: number

  constructor(word: string) {
    this.#state = [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % modulus, 1)
  }

  /** From 0 up to 1. */
  next(): number {
    this.#state = (this.#state * 48_271) % modulus
    return this.#state / modulus
  }

  /** Around 0, most of them within `stray`, none beyond twice that. */
  around(stray: number): number {
    return stray * 2 * (this.next() + this.next() + this.next() - 1.5) * (2 / 3)
  }

  /** A whole number, both ends in it. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }
}

const modulus = 2 ** 31 - 1
