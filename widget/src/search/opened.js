/** An index made ready to be asked: texts cut, terms counted; twin of opened.py. */

import { chunksOf, kindOf } from './normalize.js'
import { Postings } from './postings.js'
import { Sounds } from './sounds.js'
import { Synonyms, lengthOf, termsOf } from './terms.js'
import { Vocabulary } from './vocabulary.js'

/**
 * @typedef {import('./decode.js').Contents} Contents
 * @typedef {import('./vocabulary.js').Phrase} Phrase
 * @typedef {{ nearness(terms: Iterable<string>): number[] }} Meaning Of each wording, 0 to 1024.
 */

export class Opened {
  /** @param {Contents} contents */
  constructor(contents) {
    const { words, ignored, costs, synonyms, bags } = contents
    this.contents = contents
    /** @type {Meaning | null} Joins later, from a bundle of its own. */
    this.meaning = null
    this.synonyms = new Synonyms(synonyms)
    this.vocabulary = new Vocabulary(costs, new Set(ignored.map((i) => words[i])))
    this.latin = words.filter((word) => kindOf(word[0]) === 'a')
    /** Chatter and synonyms. */
    this.expressions = [...ignored.map((i) => words[i]), ...synonyms.flat()]
    /** Letters that stand for themselves, never for pinyin. */
    this.letters = new Set([...this.latin, ...this.expressions])
    this.readings = contents.readings
    /** @type {Sounds | null} */
    this.heard = null
    /** Words as characters, cut once. */
    this.chars = words.map((word) => [...word])
    /** @type {number[]} Of each wording its document. */
    this.owner = []
    /** @type {Set<number>} The wordings that are keywords. */
    this.keywordRows = new Set()
    this.wordings = this.postings(this.readWordings())
    this.answers = this.postings(bags.map((bag) => this.spread(bag.map((word) => [word]))))
  }

  /**
   * Cuts a text as the index was cut.
   * @param {string} text
   * @param {number} [limit]
   */
  phrases(text, limit) {
    return this.vocabulary.phrases(chunksOf(text, this.contents.folds, limit))
  }

  /** Made when first needed: most queries are Chinese and without slips. */
  sounds() {
    return (this.heard ??= new Sounds(this.readings, this.wordings, this.expressions))
  }

  /** @param {Phrase[][]} texts */
  postings(texts) {
    return new Postings(
      texts.map((text) => termsOf(text, this.synonyms)),
      texts.map(lengthOf),
    )
  }

  /** The texts that an entry is found by: questions, similar, keywords. */
  readWordings() {
    const { documents, similar, keywords } = this.contents
    /** @type {Phrase[][]} */
    const found = []
    documents.forEach((doc, number) => {
      const shown = [doc.question, doc.questionEn].map((text) =>
        this.phrases(text).map(({ phrase }) => phrase),
      )
      const texts = [...shown, ...similar[number].map((wording) => this.spread(wording))]
      for (const text of texts) if (text.length) this.own(number, text, found)
      if (!keywords[number].length) return
      this.keywordRows.add(found.length)
      this.own(number, this.spread(keywords[number]), found)
    })
    return found
  }

  /**
   * @param {number} number
   * @param {Phrase[]} text
   * @param {Phrase[][]} found
   */
  own(number, text, found) {
    this.owner.push(number)
    found.push(text)
  }

  /**
   * @param {number[][]} wording
   * @returns {Phrase[]}
   */
  spread(wording) {
    const { words } = this.contents
    return wording.map((phrase) =>
      phrase.map((word) => ({ text: words[word], chars: this.chars[word], start: 0 })),
    )
  }
}
