/** Which texts hold which terms, by spec/search-index.md section 5; twin of postings.py. */

import { RARITY_BASE } from './constants.js'
import { weightOf } from './terms.js'

/** @type {number[]} */
const NONE = []

/** Terms of a row of texts, with their worth. */
export class Postings {
  /**
   * @param {string[][]} texts
   * @param {number[]} owners Of each text the document it belongs to, ascending.
   */
  constructor(texts, owners) {
    this.owners = owners
    this.documents = new Set(owners).size
    /** @type {Map<string, number[]>} */
    this.held = new Map()
    texts.forEach((terms, row) => terms.forEach((term) => this.add(term, row)))
    /** @type {Map<string, number>} */
    this.worths = new Map()
    for (const term of this.held.keys()) this.worths.set(term, this.computeWorth(term))
    /** Of each text what it is worth as a whole. */
    this.totals = texts.map((terms) => this.total(terms))
  }

  /**
   * @param {string} term
   * @param {number} row
   */
  add(term, row) {
    const rows = this.held.get(term)
    if (rows) rows.push(row)
    else this.held.set(term, [row])
  }

  /** @param {string} term */
  rows(term) {
    return this.held.get(term) ?? NONE
  }

  /**
   * The term's weight times its rarity; an unknown term is the rarest.
   * @param {string} term
   */
  worth(term) {
    return this.worths.get(term) ?? this.computeWorth(term)
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

  /** @param {string} term */
  computeWorth(term) {
    let held = 0
    let last = -1
    for (const row of this.rows(term)) {
      if (this.owners[row] !== last) held++
      last = this.owners[row]
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
