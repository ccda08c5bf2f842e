/**
 * The bytes of an index to its contents, by spec/search-index.md section 7; twin of decode.py.
 * Nothing is believed: every count and number is checked.
 */

import { Reader, sum } from './codec.js'
import { checkTags, sealOf, unpack } from './container.js'
import { decodeMore, readFold } from './decode-more.js'
import { readDocuments } from './documents.js'
import { must } from './errors.js'
import { separates } from './normalize.js'
import { readWords } from './wordlist.js'

const TAGS = ['FOLD', 'WORD', 'IGNO', 'SYNO', 'DOCS', 'TEXT']
const FIRST_SHORT = 2
const FIRST_WORD = 128
/** Of a stream of word numbers: its end, and a separator within it. */
export const END = -1
export const BREAK = -2

/**
 * @typedef {import('./documents.js').Document} Document
 * @typedef {object} Contents
 * @property {number} seal What a second file must belong to.
 * @property {Map<string, string>} folds
 * @property {string[]} chars Han characters of the words.
 * @property {string[]} words Other sections name a word by its place.
 * @property {Map<string, number>} costs Of the Han words with two characters and more.
 * @property {number[]} ignored
 * @property {string[][]} synonyms
 * @property {Document[]} documents
 * @property {number[]} similar How many other wordings each document has.
 * @property {number[]} texts Streams of word numbers. Of each document its question (an empty one must
 * be cut from what is shown), its other wordings, its keywords.
 * @property {number[][]} bags Empty before the answers have come.
 * @property {Map<string, string[]>} readings Syllables of characters, the usual one first.
 */

/**
 * @param {Uint8Array} data
 * @returns {Contents}
 * @throws {IndexFormatError}
 */
export function decode(data) {
  const sections = unpack(data)
  checkTags(sections, TAGS)
  const [fold, word, igno, syno, docs, text] = TAGS.map(
    (tag) => new Reader(/** @type {Uint8Array} */ (sections.get(tag))),
  )
  /** @type {string[]} */
  const chars = []
  const costs = new Map()
  const words = readWords(word, chars, costs)
  const signs = word.strings(word.number())
  const documents = readDocuments(docs)
  const folds = readFold(fold)
  /** @type {Contents} */
  const contents = {
    seal: sealOf(data),
    folds,
    chars,
    words,
    costs,
    ignored: igno.counted(words.length),
    synonyms: readSynonyms(syno),
    documents,
    ...readTexts(text, documents, words, signs, folds),
    bags: [],
    readings: new Map(),
  }
  for (const reader of [fold, word, igno, syno, docs, text]) reader.done()
  decodeMore(contents, sections)
  return contents
}

/**
 * @param {Contents} contents Of the core.
 * @param {Uint8Array} data The second file.
 * @returns {Contents} Of both; the given ones stay as they are.
 * @throws {IndexFormatError}
 */
export function decodeJoined(contents, data) {
  const { seal, words, chars, costs, folds } = contents
  const joined = { ...contents, words: [...words], chars: [...chars], costs: new Map(costs), folds: new Map(folds) }
  const sections = unpack(data, seal)
  checkTags(sections, [])
  decodeMore(joined, sections)
  return joined
}

/** @param {Reader} reader */
function readSynonyms(reader) {
  const sizes = reader.times(reader.number(), () => reader.number())
  const members = reader.strings(sum(sizes))
  return sizes.map((size) => members.splice(0, size))
}

/**
 * Reads the questions into the documents, and the other wordings.
 * @param {Reader} reader
 * @param {Document[]} documents
 * @param {string[]} words
 * @param {string[]} signs
 * @param {Map<string, string>} folds
 */
function readTexts(reader, documents, words, signs, folds) {
  const pieces = [...words, ...signs]
  const count = reader.number()
  must(count <= FIRST_WORD - FIRST_SHORT, 'few short numbers')
  const short = reader.steps(count)
  const similar = documents.map(() => reader.number())
  const shown = documents.map(() => readStream(reader, pieces.length, short, []))
  const plain = signs.map((sign) => separates(sign, folds))
  /** @type {number[]} */
  const texts = []
  documents.forEach((doc, i) => {
    doc.question = shown[i].map((piece) => (piece === BREAK ? ' ' : (pieces[piece] ?? ''))).join('')
    if (shown[i].every((piece) => plain[piece - words.length] ?? true)) {
      for (const piece of shown[i]) texts.push(piece < words.length ? piece : BREAK)
    } else texts.push(END)
    for (let left = similar[i]; left >= 0; left--) readStream(reader, words.length, short, texts)
  })
  return { similar, texts }
}

/**
 * @param {Reader} reader
 * @param {number} words
 * @param {number[]} short Words with a number of one byte.
 * @param {number[]} texts To which the stream is added.
 */
function readStream(reader, words, short, texts) {
  for (let value; (value = reader.number()) !== 0; ) {
    const word = value < FIRST_WORD ? short[value - FIRST_SHORT] : value - FIRST_WORD
    must(value === 1 || word < words, 'known words')
    texts.push(value === 1 ? BREAK : word)
  }
  texts.push(END)
  return texts
}
