/** Which texts hold which terms, by spec/search-index.md section 5; twin of postings.py. */

import { RARITY_BASE } from './constants.js'
import { weightOf } from './terms.js'

const NONE = new Uint32Array(0)

/** Terms of a row of texts, with their worth. */
export class Postings {
  /**
   * @param {import('./gathered.js').Gathered} texts
   * @param {number[]} owners Of each text the document it belongs to, ascending; empty where no term
   * has a worth.
   */
  constructor({ numbers, held, size, ends }, owners) {
    this.numbers = numbers.of
    /** Terms of all texts, in order of first appearance, and of each text the end of its terms. */
    this.held = held
    this.ends = ends
    this.owners = owners
    this.documents = new Set(owners).size
    /** Terms known when these texts were gathered; later ones are not in them. */
    this.known = this.numbers.size
    /** Of each term where its texts begin in `texts`. */
    this.starts = new Uint32Array(this.known + 1)
    this.texts = new Uint32Array(size)
    this.invert(held, ends)
    this.worths = new Int32Array(this.known)
    /** Of each text what it is worth as a whole. */
    this.totals = new Float64Array(ends.length)
    if (owners.length) this.weigh(held, ends)
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
    const counted = new Int32Array(this.known)
    this.numbers.forEach((number, term) => {
      if (this.starts[number + 1] === this.starts[number]) return
      this.worths[number] = this.computeWorth(term, number)
      if (term[0] !== '#') counted[number] = this.worths[number]
    })
    for (let row = 0, at = 0; row < ends.length; row++) {
      while (at < ends[row]) this.totals[row] += counted[held[at++]]
    }
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
    return this.worths[number] || this.computeWorth(term, number)
  }

  /**
   * The worth of a text; synonyms say nothing that is not in its characters.
   * @param {string[]} terms
   */
  total(terms) {
    let total = 0
    for (const term of terms) if (term[0] !== '#') total += this.worth(term)
    return total
  }

  /**
   * @param {string} term
   * @param {number} number Of the term; one past the last for an unknown term.
   */
  computeWorth(term, number) {
    let held = 0
    let last = -1
    for (let at = this.starts[number]; at < this.starts[number + 1]; at++) {
      const owner = this.owners[this.texts[at]]
      if (owner !== last) held++
      last = owner
    }
    return weightOf(term) * (RARITY_BASE + log2(2 * this.documents + 2) - log2(2 * held + 1))
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
