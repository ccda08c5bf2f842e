/** What a shopper typed, as evidence to look for; twin of question.py. */

import {
  CONTENT_LIMIT,
  HEARD_SHARE,
  PREFIX_LIMIT,
  PREFIX_SHARE,
  QUERY_LIMIT,
  RARITY_BASE,
  TURNED_SHARE,
  WEIGHTS,
} from './constants.js'
import { kindOf } from './normalize.js'
import { slipsOf } from './slips.js'
import { charsOf, isContent, isHan, termsOf } from './terms.js'

/**
 * @typedef {import('./opened.js').Opened} Opened
 * @typedef {import('./vocabulary.js').Phrase} Phrase
 */

export class Question {
  /**
   * @param {Opened} opened
   * @param {string} text
   */
  constructor(opened, text) {
    const cut = opened.phrases(text, QUERY_LIMIT)
    this.opened = opened
    this.phrases = cut.map(({ phrase }) => phrase)
    this.terms = termsOf(this.phrases, opened.synonyms)
    this.chunks = [...new Set(cut.map(({ chunk }) => chunk.chars.join('')))]
    this.completions = completions(opened, cut, text)
    const last = lastOf(lastOf(this.phrases) ?? [])?.text ?? ''
    if (this.completions.length && !opened.wordings.rows(last).length) {
      // Unfinished: nobody asked for it.
      this.terms = this.terms.filter((term) => term !== last)
    }
    /** What a text that holds everything would be worth. */
    this.total = opened.wordings.total(this.terms)
    this.evidence = this.lookFor(slipsOf(opened, this.phrases))
    /** The characters and words that say what it is about, with their rarity; 0 for letters and digits. */
    this.content = new Map(
      [...this.terms, ...this.completions]
        .filter(isContent)
        .slice(0, CONTENT_LIMIT)
        .map((term) => [term, isHan(term) ? opened.wordings.worth(term) / WEIGHTS.char - RARITY_BASE : 0]),
    )
  }

  /** Of each content its bit in `Features.held`; a synonym holds what it stands for here. */
  bits() {
    const bits = new Map([...this.content.keys()].map((term, at) => [term, 1 << at]))
    for (const phrase of this.phrases) {
      for (const [group, start, end] of this.opened.synonyms.find(phrase)) {
        const text = charsOf(phrase).slice(start, end).join('')
        let held = bits.get('#' + group) ?? 0
        for (const term of this.content.keys()) if (text.includes(term)) held |= bits.get(term) ?? 0
        bits.set('#' + group, held)
      }
    }
    return bits
  }

  /**
   * What to look for, with what finding it is worth.
   * @param {ReturnType<typeof slipsOf>} slips
   */
  lookFor({ heard, turned }) {
    const { typing, wordings } = this.opened
    /** @type {Map<string, number>} */
    const evidence = typing?.aheadOf(this.opened, this.phrases, this.terms) ?? new Map()
    /** @type {[Iterable<string>, number[]][]} */
    const shares = [
      [turned, TURNED_SHARE],
      [heard, HEARD_SHARE],
      [this.completions, PREFIX_SHARE],
      [this.terms, [1, 1]],
    ]
    for (const [terms, [share, whole]] of shares) {
      for (const term of terms) {
        evidence.set(term, Math.floor((wordings.worth(term) * share) / whole))
      }
    }
    return evidence
  }

  /**
   * Whether the query holds one of an entry's `not` words.
   * @param {string[]} words
   */
  rulesOut(words) {
    return words.some((word) => this.chunks.some((chunk) => chunk.includes(word)))
  }
}

/** @template T @param {T[]} list @returns {T | undefined} */
const lastOf = (list) => list[list.length - 1]

/**
 * The words that letters at the very end of the query may become.
 * @param {Opened} opened
 * @param {ReturnType<Opened['phrases']>} cut
 * @param {string} text
 */
function completions(opened, cut, text) {
  const last = lastOf(cut)
  const word = last && lastOf(last.phrase)
  if (!word || kindOf(word.text[0]) !== 'a') return []
  const [, end] = last.chunk.spans[word.start + word.chars.length - 1]
  if (end !== text.length) return []
  return opened.latin
    .filter((longer) => longer.startsWith(word.text) && longer !== word.text)
    .slice(0, PREFIX_LIMIT)
}
