/** The outer form of `index.bin`, by spec/search-index.md section 6; twin of container.py. */

import { IndexFormatError, must } from './errors.js'

const MAGIC = 0x58495a44 // "DZIX" as a little-endian number
export const FORMAT = 2
const HEADER_SIZE = 16
const SECTION_SIZE = 8

/**
 * @param {Uint8Array} data A whole index file.
 * @param {number} [of] What a second file must belong to: the seal of the first.
 * @returns {Map<string, Uint8Array>} Sections by tag.
 * @throws {IndexFormatError}
 */
export function unpack(data, of = 0) {
  const payload = checkedPayload(data, of)
  const view = viewOf(payload)
  const found = new Map()
  for (let at = 0; at < payload.length; ) {
    must(payload.length - at >= SECTION_SIZE, 'whole sections')
    const tag = String.fromCharCode(...payload.subarray(at, at + 4))
    const start = at + SECTION_SIZE
    at = start + view.getUint32(at + 4, true)
    must(at <= payload.length, 'whole sections')
    must(!found.has(tag), 'whole sections')
    found.set(tag, payload.subarray(start, at))
  }
  return found
}

/**
 * What a second file says it belongs to.
 * @param {Uint8Array} data The first.
 */
export function sealOf(data) {
  return viewOf(data).getUint16(12, true)
}

/**
 * @param {Uint8Array} data
 * @param {number} of
 */
function checkedPayload(data, of) {
  must(data.length >= HEADER_SIZE, 'a whole header')
  const view = viewOf(data)
  must(view.getUint32(0, true) === MAGIC, 'a search index')
  const version = view.getUint16(4, true)
  if (version !== FORMAT) throw new IndexFormatError(`index format ${version} is not ${FORMAT}`)
  must(view.getUint16(6, true) === of, 'files of one index')
  const payload = data.subarray(HEADER_SIZE)
  must(payload.length === view.getUint32(8, true), 'a whole payload')
  must(crc32(payload) === view.getUint32(12, true), 'the checksum')
  return payload
}

/**
 * Refuses what is missing, and what is unknown but says by its capital that it is needed.
 * @param {Map<string, Uint8Array>} found
 * @param {string[]} known Sections that must be there.
 */
export function checkTags(found, known) {
  for (const tag of known) must(found.has(tag), tag)
  for (const tag of found.keys()) must(known.indexOf(tag) >= 0 || /^[a-z]/.test(tag), 'no ' + tag)
}

/** @param {Uint8Array} bytes */
function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** @param {Uint8Array} bytes */
export function crc32(bytes) {
  const table = Int32Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1
    return n
  })
  let crc = -1
  for (const byte of bytes) crc = table[(crc ^ byte) & 255] ^ (crc >>> 8)
  return ~crc >>> 0
}
