/**
 * The bytes of an index to its contents, by spec/search-index.md section 7; twin of decode.py.
 * Nothing is believed: every count and number is checked.
 */

import { Reader } from './codec.js'
import { checkTags, sealOf, unpack } from './container.js'
import { decodeMore, readFold } from './decode-more.js'
import { readDocuments } from './documents.js'
import { separates } from './normalize.js'
import { BREAK, END, readShort, readStream } from './streams.js'
import { readWords } from './wordlist.js'

const TAGS = ['FOLD', 'WORD', 'IGNO', 'SYNO', 'DOCS', 'TEXT']

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
 * @property {number[]} similar How many other wordings each document has in `texts`.
 * @property {number[]} texts Streams of word numbers. Of each document its question (an empty one must
 * be cut from what is shown) and its first wordings.
 * @property {number[]} further How many other wordings each document has in `late`; empty before they
 * have come.
 * @property {number[]} late Streams, of each document its further wordings and its keywords.
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
    synonyms: readSynonyms(syno, [...words, ...signs]),
    documents,
    ...readTexts(text, documents, words, signs, folds),
    further: [],
    late: [],
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

/**
 * @param {Reader} reader
 * @param {string[]} pieces
 */
function readSynonyms(reader, pieces) {
  const sizes = reader.times(reader.number(), () => reader.number())
  const next = () => joined(readStream(reader, pieces.length, [], []), pieces)
  return sizes.map((size) => reader.times(size, next))
}

/**
 * @param {number[]} stream
 * @param {string[]} pieces
 */
function joined(stream, pieces) {
  return stream.map((piece) => (piece === BREAK ? ' ' : (pieces[piece] ?? ''))).join('')
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
  const short = readShort(reader)
  const similar = documents.map(() => reader.number())
  const shown = documents.map(() => readStream(reader, pieces.length, short, []))
  const plain = signs.map((sign) => separates(sign, folds))
  /** @type {number[]} */
  const texts = []
  documents.forEach((doc, i) => {
    doc.question = joined(shown[i], pieces)
    if (shown[i].every((piece) => plain[piece - words.length] ?? true)) {
      for (const piece of shown[i]) texts.push(piece < words.length ? piece : BREAK)
    } else texts.push(END)
    for (let left = similar[i]; left; left--) readStream(reader, words.length, short, texts)
  })
  return { similar, texts }
}
