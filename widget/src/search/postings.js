/** Which texts hold which terms, by spec/search-index.md section 5; twin of postings.py. */

import { LENGTH_BASE, LENGTH_SLOPE, LENGTH_TOP, MEAN_UNIT } from './constants.js'
import { isCover, weightOf } from './terms.js'

/** @type {number[]} */
const NONE = []

/** Terms of a row of texts, with their worth. */
export class Postings {
  /**
   * @param {string[][]} texts
   * @param {number[]} lengths
   */
  constructor(texts, lengths) {
    this.lengths = lengths
    let total = 0
    for (const length of lengths) total += length
    this.mean = Math.max(1, Math.floor((total * MEAN_UNIT) / Math.max(1, lengths.length)))
    /** @type {Map<string, number[]>} */
    this.held = new Map()
    texts.forEach((terms, row) => terms.forEach((term) => this.add(term, row)))
    /** @type {Map<string, number>} */
    this.worths = new Map()
    for (const term of this.held.keys()) this.worths.set(term, this.computeWorth(term))
    /** @type {Map<string, number>} Of the terms that count for cover. */
    this.coverWorths = new Map([...this.worths].filter(([term]) => isCover(term)))
    /** Of each text the cover that a query reaches which holds all of it. */
    this.covers = texts.map((terms) => {
      let total = 0
      for (const term of terms) total += this.coverWorths.get(term) ?? 0
      return total
    })
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

  /** @param {string} term */
  computeWorth(term) {
    const rarity = log2(2 * this.lengths.length + 2) - log2(2 * this.rows(term).length + 1)
    return weightOf(term) * rarity
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
