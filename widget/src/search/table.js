/** Vectors of terms, by spec/meaning.md; twin of `Table` in dianzhi/search/meaning.py. */

import { Reader } from './codec.js'
import { crc32 } from './container.js'
import { must } from './errors.js'

const MAGIC = 0x544d5a44 // "DZMT" as a little-endian number
const FORMAT = 1
const HEADER_SIZE = 16
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
  const reader = new Reader(payloadOf(data))
  const levels = reader.below(LEVELS_LAST + 1)
  const size = reader.below(SIZE_LAST + 1)
  const names = [...reader.characters(reader.number()), ...reader.strings(reader.number())]
  const places = new Map(names.map((name, place) => [name, place]))
  must(levels > 2 && levels % 2 && size && places.size === names.length, 'levels, size and terms')
  const values = unfolded(reader.data.subarray(reader.at), levels, size * names.length)
  return { size, places, values }
}

/** @param {Uint8Array} data */
function payloadOf(data) {
  must(data.length >= HEADER_SIZE, 'a whole header')
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const payload = data.subarray(HEADER_SIZE)
  const head = [MAGIC, FORMAT, payload.length, crc32(payload)]
  must(head.every((part, at) => part === view.getUint32(4 * at, true)), 'a whole table of format 1')
  return payload
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
  must(packed.length === Math.ceil(total / count), 'as many numbers as said')
  const values = new Int8Array(total)
  for (let at = 0, left = 0; at < total; at++) {
    if (at % count === 0) left = packed[at / count]
    values[at] = (left % levels) - (levels >> 1)
    left = Math.floor(left / levels)
  }
  return values
}
