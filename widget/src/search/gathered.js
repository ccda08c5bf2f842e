/** The terms of many texts as numbers: what postings are made of. */

import { isHan } from './terms.js'

/**
 * @typedef {object} Known A word met before, so that its terms are looked up once.
 * @property {string[]} chars
 * @property {number[] | null} inner Its characters and the pairs within it, or itself if it is not
 * Han; null before it is used.
 * @property {Map<string, number> | null} after Pairs of its last character by the next one; null
 * where it is not Han.
 */

/** Numbers the terms that `termsOf` gives, in order of first appearance. */
export class Numbers {
  /** @param {import('./terms.js').Synonyms} synonyms */
  constructor(synonyms) {
    this.synonyms = synonyms
    /** @type {Map<string, number>} */
    this.of = new Map()
    /** @type {Map<string, Known>} */
    this.words = new Map()
    /** @type {Map<string, Map<string, number>>} Pairs by their characters. */
    this.pairs = new Map()
    /** @type {number[]} Of each term the last text that held it. */
    this.last = []
    this.texts = 0
  }

  /** @param {string} term */
  number(term) {
    let number = this.of.get(term)
    if (number === undefined) {
      this.of.set(term, (number = this.of.size))
      this.last.push(-1)
    }
    return number
  }

  /**
   * @param {string} word
   * @returns {Known}
   */
  know(word) {
    let known = this.words.get(word)
    if (!known) this.words.set(word, (known = this.learn([...word], word)))
    return known
  }

  /**
   * @param {string[]} chars
   * @param {string} word
   * @returns {Known}
   */
  learn(chars, word) {
    if (!isHan(word)) return { chars, inner: [this.number(word)], after: null }
    const last = chars[chars.length - 1]
    const after = this.pairs.get(last) ?? new Map()
    this.pairs.set(last, after)
    return { chars, inner: null, after }
  }

  /** @param {string[]} chars Of a Han word. @returns {number[]} Its characters and the pairs within it. */
  inside(chars) {
    const found = []
    let before = ''
    for (const char of chars) {
      if (before) found.push(this.number(before + char))
      found.push(this.number(char))
      before = char
    }
    return found
  }
}

/** Texts to come, one row each. */
export class Gathered {
  /** @param {Numbers} numbers Shared by all texts of an index. */
  constructor(numbers) {
    this.numbers = numbers
    this.last = numbers.last
    this.row = numbers.texts
    /** Terms of all texts, each once a text; only the first `size` count. */
    this.held = new Uint32Array(1 << 12)
    this.size = 0
    /** @type {number[]} Of each text the end of its terms. */
    this.ends = []
    /** Whether the text so far has a word. */
    this.begun = false
    /** @type {Known | null} The word before, in the same phrase. */
    this.before = null
    /** @type {string[]} Of the phrase so far; empty where there are no synonyms to look for. */
    this.chars = []
  }

  /** @param {Known} known The next word of a phrase. */
  add(known) {
    const { numbers, before } = this
    if (before?.after && known.after) this.hold(this.pair(before, known.chars[0]))
    known.inner ??= numbers.inside(known.chars)
    for (const term of known.inner) this.hold(term)
    if (numbers.synonyms.longest.size) for (const char of known.chars) this.chars.push(char)
    this.begun = true
    this.before = known
  }

  /**
   * @param {Known} known
   * @param {string} char What follows it.
   */
  pair({ chars, after }, char) {
    let number = after?.get(char)
    if (number === undefined) after?.set(char, (number = this.numbers.number(chars[chars.length - 1] + char)))
    return /** @type {number} */ (number)
  }

  /** Ends a phrase. */
  gap() {
    for (const [group] of this.numbers.synonyms.findIn(this.chars)) this.hold(this.numbers.number(`#${group}`))
    this.chars.length = 0
    this.before = null
  }

  /** Ends a text. */
  end() {
    this.gap()
    this.ends.push(this.size)
    this.begun = false
    this.row = ++this.numbers.texts
  }

  /** @param {number} term */
  hold(term) {
    if (this.last[term] === this.row) return
    this.last[term] = this.row
    if (this.size === this.held.length) {
      const longer = new Uint32Array(2 * this.size)
      longer.set(this.held)
      this.held = longer
    }
    this.held[this.size++] = term
  }
}
