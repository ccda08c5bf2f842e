/** How the index's characters sound and follow one another; twin of dianzhi/search/sounds.py. */

import { log2 } from './postings.js'
import { kindOf } from './normalize.js'
import { isHan, isLone } from './terms.js'

/**
 * @typedef {import('./postings.js').Postings} Postings
 * @typedef {[string, number]} Follower A character and what it costs after another, in bits / 256.
 */

/** Derived from readings and wordings when a query first needs it. */
export class Sounds {
  /**
   * @param {Map<string, string[]>} readings Syllables of each character, the usual one first.
   * @param {Postings} wordings
   * @param {string[]} expressions May stand in a query though no wording holds them.
   */
  constructor(readings, wordings, expressions) {
    this.readings = readings
    /** @type {Map<string, Follower[]>} */
    this.followers = new Map()
    /** @type {Map<string, string[]>} Pairs of the wordings by their sound. */
    this.pairs = new Map()
    /** @type {Map<string, Follower[]>} Characters by syllable, with what they cost alone. */
    this.chars = new Map()
    /** @type {string[]} */
    const held = []
    wordings.numbers.forEach((_, term) => wordings.rows(term).length && held.push(term))
    for (const term of new Set(held.concat(...expressions.map(termsIn)))) this.add(term, wordings)
  }

  /**
   * @param {string} term
   * @param {Postings} wordings
   */
  add(term, wordings) {
    const held = wordings.rows(term).length
    const letters = kindOf(term) === 'a'
    if (letters || isLone(term)) {
      const cost = log2(2 * wordings.owners.length + 2) - log2(2 * held + 1)
      const syllables = letters ? [term] : (this.readings.get(term) ?? [])
      for (const syllable of syllables) push(this.chars, syllable, [term, cost])
      return
    }
    const [first, second, ...rest] = term
    if (rest.length || !isHan(term)) return
    const cost = log2(2 * wordings.rows(first).length + 1) - log2(2 * held + 1)
    push(this.followers, first, [second, cost])
    const sound = this.of(term)
    if (sound) push(this.pairs, sound, term)
  }

  /**
   * @param {string} char
   * @returns {string[]} Characters of the wordings that may be read as it usually is.
   */
  same(char) {
    const syllable = this.readings.get(char)?.[0] ?? ''
    return (this.chars.get(syllable) ?? []).map(([alike]) => alike)
  }

  /**
   * @param {string} pair
   * @returns {string[]} Pairs of the index that sound like it.
   */
  alike(pair) {
    return this.pairs.get(this.of(pair)) ?? []
  }

  /**
   * @param {string} pair
   * @returns {string} The usual syllables of a pair; empty where a character has no reading.
   */
  of(pair) {
    const syllables = [...pair].map((char) => this.readings.get(char)?.[0])
    return syllables.every(Boolean) ? syllables.join(' ') : ''
  }
}

/**
 * @param {string} expression
 * @returns {string[]} Its Han characters and pairs.
 */
function termsIn(expression) {
  const chars = [...expression]
  const pairs = chars.slice(1).map((char, at) => chars[at] + char)
  return [...chars, ...pairs].filter((term) => [...term].every(isHan))
}

/**
 * @template T
 * @param {Map<string, T[]>} lists
 * @param {string} key
 * @param {T} value
 */
function push(lists, key, value) {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
