/**
 * Phrases to index terms, by spec/search-index.md section 4; twin of dianzhi/text/terms.py.
 *
 *     退        a Han character         退货      an overlapping pair of Han characters
 *     vip       a run of letters        50        a run of digits
 *     #3        synonym group 3 of the index
 */

import { FRAME_CHARACTERS, FRAME_WORDS, WEIGHTS } from './constants.js'
import { kindOf } from './normalize.js'

/** @typedef {import('./vocabulary.js').Phrase} Phrase */

const FRAME = new Set([...FRAME_CHARACTERS, ...FRAME_WORDS.split(' ')])
/** @type {[number, number]} */
const NOTHING = [0, 0]

/** Groups of expressions that mean the same. */
export class Synonyms {
  /** @param {string[][]} groups */
  constructor(groups) {
    /** @type {Map<string, number>} */
    this.groupOf = new Map()
    /** @type {Map<string, number>} Characters of the longest expression that begins with each. */
    this.longest = new Map()
    groups.forEach((group, number) => group.forEach((member) => this.add(member, number)))
  }

  /**
   * @param {string} member
   * @param {number} number
   */
  add(member, number) {
    if (!this.groupOf.has(member)) this.groupOf.set(member, number)
    const [first, ...rest] = member
    this.longest.set(first, Math.max(this.longest.get(first) ?? 0, rest.length + 1))
  }

  /** @param {Phrase} phrase */
  find(phrase) {
    return this.findIn(charsOf(phrase))
  }

  /**
   * @param {string[]} chars Of a phrase.
   * @returns {[number, number, number][]} Group, start, end in the phrase, leftmost longest.
   */
  findIn(chars) {
    /** @type {[number, number, number][]} */
    const found = []
    for (let at = 0; at < chars.length; ) {
      const longest = this.longest.get(chars[at])
      const [size, group] = longest ? this.longestAt(chars, at, longest) : NOTHING
      if (size) found.push([group, at, at + size])
      at += size || 1
    }
    return found
  }

  /**
   * @param {string[]} chars
   * @param {number} at
   * @param {number} longest
   * @returns {[number, number]}
   */
  longestAt(chars, at, longest) {
    for (let size = Math.min(longest, chars.length - at); size > 0; size--) {
      const group = this.groupOf.get(chars.slice(at, at + size).join(''))
      if (group !== undefined && isWhole(chars, at) && isWhole(chars, at + size)) return [size, group]
    }
    return NOTHING
  }
}

/** @param {Phrase} phrase */
export function charsOf(phrase) {
  /** @type {string[]} */
  const found = []
  for (const { chars } of phrase) found.push(...chars)
  return found
}

/**
 * @param {Phrase[]} phrases
 * @param {Synonyms} synonyms
 * @returns {string[]} Distinct terms in order of first appearance.
 */
export function termsOf(phrases, synonyms) {
  /** @type {Set<string>} */
  const found = new Set()
  for (const phrase of phrases) {
    addTerms(phrase, found)
    for (const [group] of synonyms.find(phrase)) found.add(`#${group}`)
  }
  return [...found]
}

/** @param {string} term A token, a character or a pair. */
export function isHan(term) {
  return kindOf(term) === 'h'
}

/**
 * Of a term by its kind; of the frame half.
 * @param {string} term
 */
export function weightOf(term) {
  return Math.floor(WEIGHTS[kindOfTerm(term)] / (FRAME.has(term) ? 2 : 1))
}

/**
 * Whether a term is a character or a word, and not of the frame of a question.
 * @param {string} term
 */
export function isContent(term) {
  const kind = kindOfTerm(term)
  return !FRAME.has(term) && kind !== '#' && kind !== 'pair'
}

/** @param {string} term */
function kindOfTerm(term) {
  if (term[0] === '#') return '#'
  if (!isHan(term)) return kindOf(term[0])
  return isLone(term) ? 'char' : 'pair'
}

/**
 * @param {Phrase} phrase
 * @param {Set<string>} found
 */
function addTerms(phrase, found) {
  let before = ''
  for (const { text, chars } of phrase) {
    if (!isHan(text)) {
      found.add(text)
      before = ''
      continue
    }
    for (const char of chars) {
      if (before) found.add(before + char)
      found.add(char)
      before = char
    }
  }
}

/**
 * Whether a run of letters or digits is not torn apart at `at`.
 * @param {string[]} chars
 * @param {number} at
 */
function isWhole(chars, at) {
  if (at === 0 || at === chars.length) return true
  const before = kindOf(chars[at - 1])
  return before === 'h' || before !== kindOf(chars[at])
}

/** @param {string} term */
export function isLone(term) {
  return term.length === 1 || (term.length === 2 && /** @type {number} */ (term.codePointAt(0)) > 0xffff)
}
