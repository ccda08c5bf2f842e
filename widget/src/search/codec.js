/** Numbers and strings from bytes, by spec/search-index.md section 6; twin of codec.py. */

import { IndexFormatError, must } from './errors.js'

const LAST_SHIFT = 21
const LAST_CODE_POINT = 0x10ffff

/** Reads a section from its start; every method throws IndexFormatError past its end. */
export class Reader {
  /** @param {Uint8Array} data */
  constructor(data) {
    this.data = data
    this.at = 0
  }

  byte() {
    this.room(1)
    return this.data[this.at++]
  }

  /** A varint: seven bits a byte, lowest first. */
  number() {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.data[this.at++] // none past the end
      value |= (byte & 127) << shift
      if (byte < 128) return value
      must(byte && shift < LAST_SHIFT, 'numbers of 28 bits')
    }
  }

  /** @param {number} limit The number must be smaller. */
  below(limit) {
    const value = this.number()
    must(value < limit, 'known numbers')
    return value
  }

  /**
   * @template T
   * @param {number} count
   * @param {() => T} read
   * @returns {T[]}
   */
  times(count, read) {
    const found = []
    for (let i = 0; i < count; i++) found.push(read())
    return found
  }

  /** @param {number} limit Each number of the list must be smaller. */
  counted(limit) {
    return this.times(this.number(), () => this.below(limit))
  }

  /** @param {number} count Of values, of a byte or more each, that may follow. */
  room(count) {
    must(count <= this.data.length - this.at, 'enough bytes')
  }

  /** @param {number} count Values from 0, written as steps. */
  steps(count) {
    let value = 0
    return this.times(count, () => {
      const step = this.number()
      value += step % 2 ? -(step + 1) / 2 : step / 2
      must(value >= 0, 'values from 0')
      return value
    })
  }

  /** @param {number} count Characters, written as steps of their code points. */
  characters(count) {
    return this.steps(count).map((code) => {
      must(code <= LAST_CODE_POINT, 'code points')
      return String.fromCodePoint(code)
    })
  }

  /** @param {number} count Strings in the next block. */
  strings(count) {
    const size = this.number()
    this.room(size)
    const text = decodeUtf8(this.data.subarray(this.at, (this.at += size)))
    const values = count || text ? text.split('\n') : []
    must(values.length === count, 'all strings')
    return values
  }

  done() {
    must(this.at === this.data.length, 'no bytes to spare')
  }
}

/** @param {Uint8Array} block */
function decodeUtf8(block) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(block)
  } catch {
    throw new IndexFormatError('strings are not UTF-8')
  }
}

/** @param {number[]} values */
export function sum(values) {
  let total = 0
  for (const value of values) total += value
  return total
}
