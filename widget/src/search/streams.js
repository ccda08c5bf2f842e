/** Streams of word numbers, by spec/search-index.md section 7. */

import { must } from './errors.js'

/** @typedef {import('./codec.js').Reader} Reader */

export const FIRST_SHORT = 2
export const FIRST_WORD = 128
/** Of a stream as it was read: its end, and a separator within it. */
export const END = -1
export const BREAK = -2

/**
 * @param {Reader} reader
 * @param {number} words
 * @param {number[]} short Words with a number of one byte.
 * @param {number[]} texts To which the stream is added.
 */
export function readStream(reader, words, short, texts) {
  for (let value; (value = reader.number()) !== 0; ) {
    const word = value < FIRST_WORD ? short[value - FIRST_SHORT] : value - FIRST_WORD
    must(value === 1 || word < words, 'known words')
    texts.push(value === 1 ? BREAK : word)
  }
  texts.push(END)
  return texts
}
