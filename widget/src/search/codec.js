/** Numbers and strings from bytes, by spec/search-index.md section 6; twin of codec.py. */

import { IndexFormatError } from './errors.js'

const NUMBER_BITS = 28
const LAST_CODE_POINT = 0x10ffff

/** Reads a section from its start; every method throws IndexFormatError past its end. */
export class Reader {
  /** @param {Uint8Array} data */
  constructor(data) {
    this.data = data
    this.at = 0
  }

  byte() {
    if (this.at >= this.data.length) throw new IndexFormatError('section is cut short')
    return this.data[this.at++]
  }

  /** A varint: seven bits a byte, lowest first. */
  number() {
    let value = 0
    for (let shift = 0; shift < NUMBER_BITS; shift += 7) {
      const byte = this.byte()
      value |= (byte & 127) << shift
      if (byte < 128) return value
    }
    throw new IndexFormatError('number of more than 28 bits')
  }

  /** @param {number} limit The number must be smaller. */
  below(limit) {
    const value = this.number()
    if (value >= limit) throw new IndexFormatError(`number ${value} is not below ${limit}`)
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

  /** @param {number} count Characters, written as steps of their code points. */
  characters(count) {
    let code = 0
    return this.times(count, () => {
      const step = this.number()
      code += step % 2 ? -(step + 1) / 2 : step / 2
      if (code < 0 || code > LAST_CODE_POINT) throw new IndexFormatError(`${code} is no character`)
      return String.fromCodePoint(code)
    })
  }

  /** @param {number} count Strings in the next block. */
  strings(count) {
    const size = this.number()
    const block = this.data.subarray(this.at, this.at + size)
    this.at += size
    if (block.length !== size) throw new IndexFormatError('strings are cut short')
    const text = decodeUtf8(block)
    const values = count || text ? text.split('\n') : []
    if (values.length !== count) throw new IndexFormatError(`${values.length} strings, not ${count}`)
    return values
  }

  done() {
    if (this.at !== this.data.length) throw new IndexFormatError('section has bytes to spare')
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
