/** A list of words from its columns, by spec/search-index.md section 7; twin of wordlist.py. */

import { must } from './errors.js'
import { sum } from './codec.js'
import { kindOf } from './normalize.js'

/** @typedef {import('./codec.js').Reader} Reader */

/**
 * @param {Reader} reader
 * @param {string[]} chars Of earlier lists; those of this one are added.
 * @param {Map<string, number>} costs Those of this list are added.
 * @returns {string[]} The words in the order of their numbers.
 */
export function readWords(reader, chars, costs) {
  const fresh = reader.characters(reader.number())
  must(fresh.every((char) => kindOf(char) === 'h'), 'Han characters')
  chars.push(...fresh)
  const counts = chars.map(() => reader.number())
  const alone = chars.filter((_, i) => counts[i] & 1)
  const longer = readLonger(reader, chars, counts)
  for (const word of longer) costs.set(word, reader.byte())
  return [...alone, ...longer, ...readRest(reader)]
}

/**
 * @param {Reader} reader
 * @param {string[]} chars
 * @param {number[]} counts Twice how many of the words begin with each.
 */
function readLonger(reader, chars, counts) {
  reader.room(sum(counts.map((count) => count >> 1)))
  /** @type {string[]} */
  const words = []
  counts.forEach((count, i) => {
    for (let left = count >> 1; left; left--) words.push(chars[i])
  })
  const sizes = words.map(() => reader.number() + 1)
  const high = reader.times(sum(sizes), () => reader.number())
  let at = 0
  return words.map((word, i) => {
    for (let left = sizes[i]; left; left--) {
      const number = high[at++] * 256 + reader.byte()
      must(number < chars.length, 'known characters')
      word += chars[number]
    }
    return word
  })
}

/** @param {Reader} reader */
function readRest(reader) {
  const words = reader.strings(reader.number())
  for (const word of words) {
    const kind = word && kindOf(word)
    must(kind && kind !== 'h' && [...word].every((char) => kindOf(char) === kind), 'letters or digits')
  }
  return words
}
