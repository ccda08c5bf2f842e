/** An index made ready to be asked: texts cut, terms counted; twin of opened.py. */

import { Gathered, Numbers } from './gathered.js'
import { chunksOf, kindOf } from './normalize.js'
import { Postings } from './postings.js'
import { BREAK, END } from './streams.js'
import { Synonyms } from './terms.js'
import { Vocabulary } from './vocabulary.js'

/**
 * @typedef {import('./decode.js').Contents} Contents
 * @typedef {import('./sounds.js').Sounds} Sounds
 * @typedef {typeof import('./typing.js')} Typing
 * @typedef {import('./meaning.js').Meaning} Meaning
 */

/** What is heard before typing is understood. */
const SILENCE = /** @type {Sounds} */ (/** @type {unknown} */ ({ same: () => [], alike: () => [] }))

export class Opened {
  /**
   * @param {Contents} contents
   * @param {Typing} [typing]
   */
  constructor(contents, typing) {
    const { words, ignored, costs, synonyms } = contents
    this.contents = contents
    this.synonyms = new Synonyms(synonyms)
    this.vocabulary = new Vocabulary(costs, new Set(ignored.map((i) => words[i])))
    this.latin = words.filter((word) => kindOf(word[0]) === 'a')
    /** Chatter and synonyms. */
    this.expressions = ignored.map((i) => words[i]).concat(...synonyms)
    /** Letters that stand for themselves, never for pinyin. */
    this.letters = new Set([...this.latin, ...this.expressions])
    this.readings = contents.readings
    this.typing = typing
    /** @type {Meaning | null} */
    this.meaning = null
    /** @type {Sounds | null} */
    this.heard = null
    this.numbers = new Numbers(this.synonyms)
    /** @type {import('./gathered.js').Known[]} Of words by number. */
    this.known = []
    /** @type {number[]} Of each wording its document. */
    this.owner = []
    this.wordings = new Postings(this.gatherWordings(), this.owner)
    this.answers = new Postings(this.gatherAnswers(), [])
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
    return (this.heard ??= this.typing?.soundsOf(this) ?? SILENCE)
  }

  /** The texts that an entry is found by: questions, similar, keywords. */
  gatherWordings() {
    const { documents, texts, late, similar, further } = this.contents
    const found = new Gathered(this.numbers)
    const next = this.streams(texts, found)
    const nextLate = this.streams(late, found)
    documents.forEach(({ question, questionEn }, number) => {
      const end = () => {
        if (!found.begun) return
        found.end()
        this.owner.push(number)
      }
      next()
      if (!found.begun) this.cut(question, found)
      end()
      this.cut(questionEn, found)
      end()
      for (let left = similar[number]; left; left--) next(), end()
      for (let left = further[number] ?? -1; left >= 0; left--) nextLate(), end()
    })
    return found
  }

  /**
   * @param {number[]} texts Streams.
   * @param {Gathered} found
   * @returns {() => void} What adds the next stream to the text so far.
   */
  streams(texts, found) {
    const { words, ignored } = this.contents
    const gaps = new Uint8Array(words.length)
    for (const word of ignored) gaps[word] = 1
    let at = 0
    return () => {
      for (let word; (word = texts[at++]) !== END; ) {
        if (word === BREAK || gaps[word]) found.gap()
        else found.add(this.know(word))
      }
    }
  }

  /**
   * @param {string} text
   * @param {Gathered} found
   */
  cut(text, found) {
    for (const { phrase } of this.phrases(text)) {
      for (const token of phrase) found.add(this.numbers.know(token.text))
      found.gap()
    }
  }

  /** @param {number} word */
  know(word) {
    return (this.known[word] ??= this.numbers.know(this.contents.words[word]))
  }

  /** Each word of an answer is a phrase of its own. */
  gatherAnswers() {
    const found = new Gathered(this.numbers)
    for (const bag of this.contents.bags) {
      for (const word of bag) {
        found.add(this.know(word))
        found.gap()
      }
      found.end()
    }
    return found
  }
}
