/**
 * What may come after the core of an index: further words, wordings, answers, folds, readings
 * (spec/search-index.md section 7); twin of a part of decode.py.
 */

import { Reader } from './codec.js'
import { must } from './errors.js'
import { kindOf } from './normalize.js'
import { FINALS, INITIALS } from './syllables.js'
import { readShort, readStream } from './streams.js'
import { readWords } from './wordlist.js'

/** @typedef {import('./decode.js').Contents} Contents */

/** In this order: later ones name words of the first. */
const PARTS = /** @type {[string, (reader: Reader, contents: Contents) => void][]} */ ([
  ['word', (reader, { words, chars, costs }) => void words.push(...readWords(reader, chars, costs))],
  ['text', readFurther],
  ['bags', (reader, contents) => {
    contents.bags = contents.documents.map(() => readBag(reader, contents.words.length))
  }],
  ['fold', (reader, { folds }) => readFold(reader).forEach((target, source) => folds.set(source, target))],
  ['pyin', readReadings],
])

/**
 * Adds to the contents what the sections say.
 * @param {Contents} contents
 * @param {Map<string, Uint8Array>} sections
 */
export function decodeMore(contents, sections) {
  for (const [tag, read] of PARTS) {
    const section = sections.get(tag)
    if (!section) continue
    const reader = new Reader(section)
    read(reader, contents)
    reader.done()
  }
}

/** @param {Reader} reader */
export function readFold(reader) {
  const count = reader.number()
  const sources = reader.characters(count)
  const targets = reader.characters(count)
  return new Map(sources.map((source, i) => [source, targets[i]]))
}

/**
 * @param {Reader} reader
 * @param {Contents} contents
 */
function readFurther(reader, contents) {
  const short = readShort(reader)
  contents.further = contents.documents.map(() => reader.number())
  contents.late = []
  for (const count of contents.further) {
    for (let left = count; left >= 0; left--) readStream(reader, contents.words.length, short, contents.late)
  }
}

/**
 * @param {Reader} reader
 * @param {number} words
 */
function readBag(reader, words) {
  const bag = []
  let last = -1
  for (let gap; (gap = reader.number()) !== 0; ) {
    last += gap
    must(last < words, 'known words')
    bag.push(last)
  }
  return bag
}

/**
 * @param {Reader} reader
 * @param {Contents} contents
 */
function readReadings(reader, contents) {
  const { words, synonyms } = contents
  /** @type {Map<string, string[]>} */
  const readings = new Map()
  const strangers = reader.characters(reader.number())
  const chars = hanOf(words.concat(strangers, ...synonyms))
  const initials = chars.map(() => reader.below(INITIALS.length + 1))
  const readable = chars.filter((_, i) => initials[i])
  const told = initials.filter((initial) => initial)
  readable.forEach((char, i) => readings.set(char, [INITIALS[told[i] - 1] + FINALS[reader.below(FINALS.length)]]))
  let at = 0
  reader.times(reader.number(), () => {
    at += reader.number()
    must(at < readable.length, 'known characters')
    readings.get(readable[at])?.push(INITIALS[reader.below(INITIALS.length)] + FINALS[reader.below(FINALS.length)])
  })
  contents.readings = readings
}

/**
 * @param {string[]} texts
 * @returns {string[]} Their Han characters by code point.
 */
function hanOf(texts) {
  const chars = new Set([...texts.join('')].filter((char) => kindOf(char) === 'h'))
  return [...chars].sort((a, b) => /** @type {number} */ (a.codePointAt(0)) - /** @type {number} */ (b.codePointAt(0)))
}
