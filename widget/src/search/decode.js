/**
 * The bytes of an index to its contents, by spec/search-index.md section 7; twin of decode.py.
 * Nothing is believed: every count and number is checked.
 */

import { Reader } from './codec.js'
import { unpack } from './container.js'
import { IndexFormatError } from './errors.js'
import { kindOf } from './normalize.js'
import { FINALS, INITIALS } from './syllables.js'

const TAGS = ['FOLD', 'WORD', 'IGNO', 'SYNO', 'DOCS', 'TEXT', 'BAGS']
const READINGS = 'pyin'
const END = 0
const BREAK = 1
const FIRST_WORD = 2

/**
 * @typedef {number[][]} Wording Phrases of word numbers.
 * @typedef {object} Document
 * @property {string} id
 * @property {string} question
 * @property {string} questionEn
 * @property {string} url
 * @property {string} category
 * @property {number} shard
 * @property {number} priority
 * @property {string[]} products
 * @property {string[]} platforms
 * @property {string[]} excluded Folded `not` words.
 * @typedef {object} Contents
 * @property {Map<string, string>} folds
 * @property {string[]} words Other sections name a word by its place.
 * @property {Map<string, number>} costs Of the Han words with two characters and more.
 * @property {number[]} ignored
 * @property {string[][]} synonyms
 * @property {Document[]} documents
 * @property {Wording[][]} similar
 * @property {Wording[]} keywords
 * @property {number[][]} bags
 * @property {Map<string, string[]>} readings Syllables of characters, the usual one first.
 */

/**
 * @param {Uint8Array} data
 * @returns {Contents}
 * @throws {IndexFormatError}
 */
export function decode(data) {
  const sections = unpack(data, TAGS)
  const [fold, word, igno, syno, docs, text, bags] = TAGS.map(
    (tag) => new Reader(/** @type {Uint8Array} */ (sections.get(tag))),
  )
  const { words, costs } = readWords(word)
  const documents = readDocuments(docs)
  const { similar, keywords } = readTexts(text, documents.length, words.length)
  const synonyms = readSynonyms(syno)
  const contents = {
    folds: readFold(fold),
    words,
    costs,
    ignored: igno.counted(words.length),
    synonyms,
    documents,
    similar,
    keywords,
    bags: documents.map(() => readBag(bags, words.length)),
    readings: readReadings(sections.get(READINGS), [...words, ...synonyms.flat()]),
  }
  for (const reader of [fold, word, igno, syno, docs, text, bags]) reader.done()
  return contents
}

/** @param {Reader} reader */
function readFold(reader) {
  const count = reader.number()
  const sources = reader.characters(count)
  const targets = reader.characters(count)
  return new Map(sources.map((source, i) => [source, targets[i]]))
}

/** @param {Reader} reader */
function readWords(reader) {
  const words = reader.strings(reader.number())
  const costs = new Map()
  for (const word of words) {
    const chars = [...word]
    const kind = chars.length ? kindOf(chars[0]) : ''
    if (!kind || chars.some((char) => kindOf(char) !== kind)) {
      throw new IndexFormatError('a word is neither Han nor letters nor digits')
    }
    if (kind === 'h' && chars.length > 1) costs.set(word, reader.byte())
  }
  return { words, costs }
}

/** @param {Reader} reader */
function readSynonyms(reader) {
  const sizes = reader.times(reader.number(), () => reader.number())
  const members = reader.strings(sum(sizes))
  return sizes.map((size) => members.splice(0, size))
}

/**
 * @param {Reader} reader
 * @returns {Document[]}
 */
function readDocuments(reader) {
  const count = reader.number()
  const names = reader.strings(reader.number())
  const [ids, questions, questionsEn, urls] = reader.times(4, () => reader.strings(count))
  const scopes = reader.times(count, () => readScope(reader, names))
  const excluded = reader.strings(sum(scopes.map((scope) => scope.excluded)))
  return scopes.map((scope, i) => ({
    id: ids[i],
    question: questions[i],
    questionEn: questionsEn[i],
    url: urls[i],
    ...scope,
    excluded: excluded.splice(0, scope.excluded),
  }))
}

/**
 * @param {Reader} reader
 * @param {string[]} names
 */
function readScope(reader, names) {
  return {
    category: names[reader.below(names.length)],
    shard: reader.number(),
    priority: reader.number(),
    products: reader.counted(names.length).map((i) => names[i]),
    platforms: reader.counted(names.length).map((i) => names[i]),
    excluded: reader.number(),
  }
}

/**
 * @param {Reader} reader
 * @param {number} documents
 * @param {number} words
 */
function readTexts(reader, documents, words) {
  /** @type {Wording[][]} */
  const similar = []
  /** @type {Wording[]} */
  const keywords = []
  for (const count of reader.times(documents, () => reader.number())) {
    similar.push(reader.times(count, () => readStream(reader, words)))
    keywords.push(readStream(reader, words))
  }
  return { similar, keywords }
}

/**
 * @param {Reader} reader
 * @param {number} words
 */
function readStream(reader, words) {
  /** @type {number[][]} */
  const phrases = [[]]
  for (let value; (value = reader.below(words + FIRST_WORD)) !== END; ) {
    if (value === BREAK) phrases.push([])
    else phrases[phrases.length - 1].push(value - FIRST_WORD)
  }
  return phrases.filter((phrase) => phrase.length)
}

/**
 * @param {Reader} reader
 * @param {number} words
 */
function readBag(reader, words) {
  const bag = []
  let last = -1
  for (let gap; (gap = reader.number()) !== END; ) {
    last += gap
    if (last >= words) throw new IndexFormatError(`word ${last} of ${words}`)
    bag.push(last)
  }
  return bag
}

/**
 * @param {Uint8Array | undefined} section
 * @param {string[]} texts
 * @returns {Map<string, string[]>}
 */
function readReadings(section, texts) {
  /** @type {Map<string, string[]>} */
  const found = new Map()
  if (!section) return found
  const reader = new Reader(section)
  const strangers = reader.characters(reader.number())
  const chars = hanOf([...texts, ...strangers])
  const initials = chars.map(() => reader.below(INITIALS.length + 1))
  const readable = chars.filter((_, i) => initials[i])
  const told = initials.filter((initial) => initial)
  readable.forEach((char, i) => found.set(char, [INITIALS[told[i] - 1] + FINALS[reader.below(FINALS.length)]]))
  let at = 0
  reader.times(reader.number(), () => {
    at += reader.number()
    if (at >= readable.length) throw new IndexFormatError(`character ${at} of ${readable.length}`)
    found.get(readable[at])?.push(INITIALS[reader.below(INITIALS.length)] + FINALS[reader.below(FINALS.length)])
  })
  reader.done()
  return found
}

/**
 * @param {string[]} texts
 * @returns {string[]} Their Han characters by code point.
 */
function hanOf(texts) {
  const chars = new Set(texts.flatMap((text) => [...text]).filter((char) => kindOf(char) === 'h'))
  return [...chars].sort((a, b) => /** @type {number} */ (a.codePointAt(0)) - /** @type {number} */ (b.codePointAt(0)))
}

/** @param {number[]} values */
function sum(values) {
  let total = 0
  for (const value of values) total += value
  return total
}
