/** The search of one index, by spec/search-index.md; twin of dianzhi/search/index.py. */

import { decode, decodeJoined } from './decode.js'
import { matchesOf } from './matches.js'
import { Opened } from './opened.js'
import { Question } from './question.js'
import { rank } from './ranking.js'

/**
 * @typedef {import('./documents.js').Document} Document
 * @typedef {import('./opened.js').Typing} Typing
 * @typedef {object} Hit
 * @property {string} id
 * @property {string} question As shown: in the language asked for where there is one, else Chinese.
 * @property {number} score Compares hits of one query, nothing else.
 * @property {import('./ranking.js').Confidence} confidence
 * @property {import('./matches.js').Match[]} matches
 * @property {string} reading The query as it was understood; empty where that is as typed.
 * @property {string} url Of the entry's page; empty in the popup's index.
 * @typedef {object} Context Where a question is asked.
 * @property {string | null} [sku] Leaves out entries that hold for other products only.
 * @property {string | null} [platform] Leaves out entries that hold for other platforms only.
 * @property {string[]} [categories] Those that the search starts from: their entries are lifted a little.
 * @typedef {object} Wanted
 * @property {number} [limit] Hits at most; 10.
 * @property {string} [lang] `zh` or `en`: the question shown; both are searched.
 * @property {boolean} [atHand] Of an index in parts: asks for no file, and finds in what has been read.
 * @property {(error: unknown) => void} [lost] Of an index in parts: hears why some of them, which may hold
 * a better answer, did not come or were damaged.
 * @typedef {Context & Wanted} SearchOptions
 */

export class Engine {
  /** @param {Opened} opened */
  constructor(opened) {
    this.opened = opened
  }

  /** @returns {Document[]} All entries in author order. */
  documents() {
    return this.opened.contents.documents
  }

  /**
   * Takes in the second file of an index that was split; from then on results are those of the whole.
   * @param {Uint8Array | ArrayBuffer} bytes
   * @param {Typing} typing
   * @throws {import('./errors.js').IndexFormatError} Everything stays as it was.
   */
  join(bytes, typing) {
    this.opened = new Opened(decodeJoined(this.opened.contents, new Uint8Array(bytes)), typing)
  }

  /**
   * @param {string} query What a shopper typed.
   * @param {SearchOptions} [options]
   * @returns {Hit[]} Best first; none for mere chatter.
   */
  search(query, { limit = 10, lang, ...context } = {}) {
    const meant = this.opened.typing?.meantBy(this.opened, query) ?? query
    const question = new Question(this.opened, meant)
    const reading = meant === query ? '' : meant
    return rank(this.opened, question, limit, context).map((place) => {
      const doc = this.documents()[place.document]
      const shown = (lang === 'en' && doc.questionEn) || doc.question
      const matches = matchesOf(this.opened, question, shown)
      const { score, confidence } = place
      return { id: doc.id, question: shown, score, confidence, matches, url: doc.url, reading }
    })
  }
}

/**
 * @param {Uint8Array | ArrayBuffer} bytes Of an index file.
 * @param {Typing} [typing] The module `typing.js`, where pinyin and slips are to be understood.
 * @returns {Engine}
 * @throws {import('./errors.js').IndexFormatError}
 */
export function openBytes(bytes, typing) {
  return new Engine(new Opened(decode(new Uint8Array(bytes)), typing))
}
