/** The outer form of `index.bin`, by spec/search-index.md section 6; twin of container.py. */

import { IndexFormatError } from './errors.js'

const MAGIC = 0x58495a44 // "DZIX" as a little-endian number
const FORMAT = 1
const HEADER_SIZE = 16
const SECTION_SIZE = 8

/**
 * @param {Uint8Array} data A whole index file.
 * @param {string[]} known Sections that must be there.
 * @param {number} [magic] The first four bytes as a little-endian number.
 * @returns {Map<string, Uint8Array>} Sections by tag.
 * @throws {IndexFormatError}
 */
export function unpack(data, known, magic = MAGIC) {
  const payload = checkedPayload(data, magic)
  const view = viewOf(payload)
  const found = new Map()
  for (let at = 0; at < payload.length; ) {
    if (payload.length - at < SECTION_SIZE) throw new IndexFormatError('section header is cut short')
    const tag = String.fromCharCode(...payload.subarray(at, at + 4))
    const start = at + SECTION_SIZE
    at = start + view.getUint32(at + 4, true)
    if (at > payload.length) throw new IndexFormatError(`section ${tag} is cut short`)
    if (found.has(tag)) throw new IndexFormatError(`section ${tag} appears twice`)
    found.set(tag, payload.subarray(start, at))
  }
  checkTags(found, known)
  return found
}

/**
 * @param {Uint8Array} data
 * @param {number} magic
 */
function checkedPayload(data, magic) {
  if (data.length < HEADER_SIZE) throw new IndexFormatError('too few bytes for a header')
  const view = viewOf(data)
  if (view.getUint32(0, true) !== magic) throw new IndexFormatError('a file of another kind')
  const version = view.getUint16(4, true)
  if (version !== FORMAT || view.getUint16(6, true) !== 0) {
    throw new IndexFormatError(`index format ${version} is not ${FORMAT}`)
  }
  const payload = data.subarray(HEADER_SIZE)
  if (payload.length !== view.getUint32(8, true)) throw new IndexFormatError('payload is cut short')
  if (crc32(payload) !== view.getUint32(12, true)) throw new IndexFormatError('payload is damaged')
  return payload
}

/**
 * Refuses what is missing, and what is unknown but says by its capital that it is needed.
 * @param {Map<string, Uint8Array>} found
 * @param {string[]} known
 */
function checkTags(found, known) {
  const missing = known.filter((tag) => !found.has(tag))
  const needed = [...found.keys()].filter((tag) => !known.includes(tag) && !/^[a-z]/.test(tag))
  if (missing.length + needed.length) {
    throw new IndexFormatError(`missing sections [${missing}], unknown sections [${needed}]`)
  }
}

/** @param {Uint8Array} bytes */
function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** @param {Uint8Array} bytes */
export function crc32(bytes) {
  const table = Uint32Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1
    return n
  })
  let crc = -1
  for (const byte of bytes) crc = table[(crc ^ byte) & 255] ^ (crc >>> 8)
  return ~crc >>> 0
}
