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
    this.expressions = [...ignored.map((i) => words[i]), ...synonyms.flat()]
    /** Letters that stand for themselves, never for pinyin. */
    this.letters = new Set([...this.latin, ...this.expressions])
    this.readings = contents.readings
    this.typing = typing
    /** @type {Sounds | null} */
    this.heard = null
    this.numbers = new Numbers(this.synonyms)
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
    const { documents, texts, similar, words } = this.contents
    const found = new Gathered(this.numbers)
    /** @type {(import('./gathered.js').Known | undefined)[]} By number. */
    const known = new Array(words.length)
    const gaps = new Uint8Array(words.length)
    for (const word of this.contents.ignored) gaps[word] = 1
    let at = 0
    const stream = () => {
      for (let word; (word = texts[at++]) !== END; ) {
        if (word === BREAK || gaps[word]) found.gap()
        else found.add((known[word] ??= this.numbers.know(words[word])))
      }
    }
    const end = (/** @type {number} */ number) => {
      if (!found.begun) return
      found.end()
      this.owner.push(number)
    }
    documents.forEach(({ question, questionEn }, number) => {
      if (texts[at] === END) this.cut(question, found)
      stream()
      end(number)
      this.cut(questionEn, found)
      end(number)
      for (let left = similar[number]; left; left--) {
        stream()
        end(number)
      }
      stream()
      end(number)
    })
    return found
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

  /** Each word of an answer is a phrase of its own. */
  gatherAnswers() {
    const { bags, words } = this.contents
    const found = new Gathered(this.numbers)
    for (const bag of bags) {
      for (const word of bag) {
        found.add(this.numbers.know(words[word]))
        found.gap()
      }
      found.end()
    }
    return found
  }
}
