/** Which texts hold which terms, by spec/search-index.md section 5; twin of postings.py. */

import { LENGTH_BASE, LENGTH_SLOPE, LENGTH_TOP, MEAN_UNIT } from './constants.js'
import { isCover, weightOf } from './terms.js'

const NONE = new Uint32Array(0)

/** Terms of a row of texts, with their worth. */
export class Postings {
  /** @param {import('./gathered.js').Gathered} texts */
  constructor({ numbers, held, size, ends, lengths }) {
    this.numbers = numbers.of
    this.lengths = lengths
    const total = lengths.reduce((sum, length) => sum + length, 0)
    this.mean = Math.max(1, Math.floor((total * MEAN_UNIT) / Math.max(1, lengths.length)))
    /** Terms known when these texts were gathered; later ones are not in them. */
    this.known = this.numbers.size
    /** Of each term where its texts begin in `texts`. */
    this.starts = new Uint32Array(this.known + 1)
    this.texts = new Uint32Array(size)
    this.invert(held, ends)
    this.worths = new Int32Array(this.known)
    /** Of each text the cover that a query reaches which holds all of it. */
    this.covers = new Int32Array(ends.length)
    this.weigh(held, ends)
  }

  /**
   * Sorts texts by term; within a term they stay ascending.
   * @param {Uint32Array} held Numbers of the terms of all texts.
   * @param {number[]} ends Of each text the end of its terms.
   */
  invert(held, ends) {
    for (let at = 0; at < this.texts.length; at++) this.starts[held[at] + 1]++
    for (let term = 0; term < this.known; term++) this.starts[term + 1] += this.starts[term]
    const next = this.starts.slice()
    for (let row = 0, at = 0; row < ends.length; row++) {
      while (at < ends[row]) this.texts[next[held[at++]]++] = row
    }
  }

  /**
   * @param {Uint32Array} held
   * @param {number[]} ends
   */
  weigh(held, ends) {
    const covers = new Int32Array(this.known)
    for (const [term, number] of this.numbers) {
      this.worths[number] = this.computeWorth(term, this.starts[number + 1] - this.starts[number])
      if (isCover(term)) covers[number] = this.worths[number]
    }
    for (let row = 0, at = 0; row < ends.length; row++) {
      while (at < ends[row]) this.covers[row] += covers[held[at++]]
    }
  }

  /** @returns {string[]} The terms of these texts, in order of first appearance. */
  get terms() {
    return [...this.numbers.keys()].filter((term) => this.rows(term).length)
  }

  /**
   * @param {string} term
   * @returns {Uint32Array} The texts that hold it, ascending.
   */
  rows(term) {
    const number = this.numbers.get(term) ?? this.known
    return number < this.known ? this.texts.subarray(this.starts[number], this.starts[number + 1]) : NONE
  }

  /**
   * The term's weight times its rarity; an unknown term is the rarest.
   * @param {string} term
   */
  worth(term) {
    const number = this.numbers.get(term) ?? this.known
    return number < this.known ? this.worths[number] : this.computeWorth(term, 0)
  }

  /** @param {string[]} terms */
  cover(terms) {
    let total = 0
    for (const term of terms) if (isCover(term)) total += this.worth(term)
    return total
  }

  /**
   * The sum of a text's matched worths with its length taken into account.
   * @param {number} total
   * @param {number} row
   */
  levelled(total, row) {
    const below = LENGTH_BASE * this.mean + LENGTH_SLOPE * this.lengths[row]
    return Math.floor((total * LENGTH_TOP * this.mean) / below)
  }

  /**
   * @param {string} term
   * @param {number} held How many texts hold it.
   */
  computeWorth(term, held) {
    return weightOf(term) * (log2(2 * this.lengths.length + 2) - log2(2 * held + 1))
  }
}

/**
 * About 256 times the binary logarithm, in whole numbers: equal in both languages.
 * @param {number} value From 1 to 2^31.
 */
export function log2(value) {
  const whole = 31 - Math.clz32(value)
  return 256 * whole + Math.floor((value * 256) / 2 ** whole) - 256
}
