/** What a shopper typed, as evidence to look for; twin of question.py. */

import { HEARD_SHARE, PREFIX_LIMIT, PREFIX_SHARE, QUERY_LIMIT, TURNED_SHARE } from './constants.js'
import { kindOf } from './normalize.js'
import { slipsOf } from './slips.js'
import { charsOf, isCover, termsOf } from './terms.js'

/**
 * @typedef {import('./opened.js').Opened} Opened
 * @typedef {import('./postings.js').Postings} Postings
 * @typedef {import('./vocabulary.js').Phrase} Phrase
 * @typedef {object} Evidence
 * @property {string} term
 * @property {number} score What it adds to a text's score.
 * @property {number} cover What it adds to how much was found.
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
    /** What the cover of a text that holds everything would be. */
    this.total = opened.wordings.cover(this.terms)
    this.covers = this.coverOfTerms(opened.wordings)
    const { heard, turned } = slipsOf(opened, this.phrases)
    this.heard = heard
    this.turned = turned
  }

  /**
   * What to look for in these texts; cover is measured by the wordings everywhere.
   * @param {Postings} postings
   * @returns {Evidence[]}
   */
  evidence(postings) {
    /** @type {(terms: Iterable<string>, share: number[]) => Evidence[]} */
    const evidence = (terms, [share, whole]) =>
      [...terms].map((term) => ({
        term,
        score: Math.floor((postings.worth(term) * share) / whole),
        cover: this.covers.get(term) ?? 0,
      }))
    return [
      ...evidence(this.terms, [1, 1]),
      ...evidence(this.completions, PREFIX_SHARE),
      ...evidence(this.heard.keys(), HEARD_SHARE),
      ...evidence(this.turned, TURNED_SHARE),
    ]
  }

  /**
   * Whether the query holds one of an entry's `not` words.
   * @param {string[]} words
   */
  rulesOut(words) {
    return words.some((word) => this.chunks.some((chunk) => chunk.includes(word)))
  }

  /**
   * What finding a term covers; a synonym covers the characters it stands for here.
   * @param {Postings} wordings
   */
  coverOfTerms(wordings) {
    const single = [...this.terms, ...this.completions].filter(isCover)
    const covers = new Map(single.map((term) => [term, wordings.worth(term)]))
    for (const phrase of this.phrases) {
      for (const [group, start, end] of this.opened.synonyms.find(phrase)) {
        let worth = covers.get(`#${group}`) ?? 0
        for (const char of new Set(charsOf(phrase).slice(start, end))) worth += wordings.worth(char)
        covers.set(`#${group}`, worth)
      }
    }
    return covers
  }
}

/**
 * The words that letters at the very end of the query may become.
 * @param {Opened} opened
 * @param {ReturnType<Opened['phrases']>} cut
 * @param {string} text
 */
function completions(opened, cut, text) {
  const last = cut.at(-1)
  const word = last?.phrase.at(-1)
  if (!last || !word || kindOf(word.text[0]) !== 'a') return []
  const [, end] = last.chunk.spans[word.start + word.chars.length - 1]
  if (end !== text.length) return []
  return opened.latin
    .filter((longer) => longer.startsWith(word.text) && longer !== word.text)
    .slice(0, PREFIX_LIMIT)
}
