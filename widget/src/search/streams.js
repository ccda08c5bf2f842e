/** Texts as streams of word numbers (spec/search-index.md section 7); twin of a part of decode.py. */

import { must } from './errors.js'

/** @typedef {import('./codec.js').Reader} Reader */

const FIRST_SHORT = 2
const FIRST_WORD = 128
/** Of a stream of word numbers: its end, and a separator within it. */
export const END = -1
export const BREAK = -2

/** @param {Reader} reader @returns {number[]} Words that have a number of one byte. */
export function readShort(reader) {
  const count = reader.number()
  must(count <= FIRST_WORD - FIRST_SHORT, 'few short numbers')
  return reader.steps(count)
}

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
