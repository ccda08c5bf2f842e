/** Vectors of terms, by spec/meaning.md; twin of `Table` in dianzhi/search/meaning.py. */

import { Reader } from '../search/codec.js'
import { unpack } from '../search/container.js'
import { IndexFormatError } from '../search/errors.js'

const MAGIC = 0x544d5a44 // "DZMT" as a little-endian number
const LEVELS_LAST = 15
const SIZE_LAST = 256

/**
 * @typedef {object} Table
 * @property {number} size Numbers of a vector.
 * @property {Map<string, number>} places Of each term the place of its vector.
 * @property {Int8Array} values The vectors, one after the other.
 */

/**
 * @param {Uint8Array} data
 * @returns {Table}
 * @throws {IndexFormatError}
 */
export function readTable(data) {
  const [terms, packed] = ['TERM', 'VECT'].map(
    (tag, _, tags) => /** @type {Uint8Array} */ (unpack(data, tags, MAGIC).get(tag)),
  )
  const reader = new Reader(terms)
  const levels = reader.below(LEVELS_LAST + 1)
  const size = reader.below(SIZE_LAST + 1)
  const names = [...reader.characters(reader.number()), ...reader.strings(reader.number())]
  reader.done()
  const places = new Map(names.map((name, place) => [name, place]))
  if (levels < 3 || levels % 2 === 0 || !size || places.size !== names.length) {
    throw new IndexFormatError('levels, size or terms of a table are wrong')
  }
  return { size, places, values: unfolded(packed, levels, size * names.length) }
}

/**
 * Digits to the base of the levels, the first the lowest, as numbers around zero.
 * @param {Uint8Array} packed
 * @param {number} levels
 * @param {number} total
 */
function unfolded(packed, levels, total) {
  let count = 1
  while (levels ** (count + 1) <= 256) count++
  if (packed.length !== Math.ceil(total / count)) throw new IndexFormatError('vectors of another size')
  const values = new Int8Array(total)
  for (let at = 0; at < total; at++) {
    const digit = Math.floor(packed[Math.floor(at / count)] / levels ** (at % count)) % levels
    values[at] = digit - (levels >> 1)
  }
  return values
}
