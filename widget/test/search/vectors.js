/** The vectors that Python and JavaScript share. */

import { readFileSync } from 'node:fs'
import { crc32 } from '../../src/search/container.js'

const folder = new URL('../../../spec/vectors/', import.meta.url)

/** @param {string} name */
export const readVectors = (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

/**
 * The frozen index as the two files that are published, by the rule of spec/search-index.md section 6.
 * @param {number[]} [partOf] Where it is the head of an index in parts, which knows no chatter: of each
 * entry its part.
 */
export function frozenFiles(partOf) {
  const whole = frozenIndex()
  const view = new DataView(whole.buffer)
  /** @type {[number[], number[]]} */
  const [core, more] = [[], []]
  for (let at = 16; at < whole.length; ) {
    const end = at + 8 + view.getUint32(at + 4, true)
    const part = whole[at] < 97 ? core : more
    part.push(...whole.subarray(at, end))
    at = end
  }
  if (partOf) more.push(...[...'part'].map((c) => c.charCodeAt(0)), partOf.length + 1, 0, 0, 0, ...partOf, 0)
  const first = sealed(core, 0)
  return { core: first, more: sealed(more, new DataView(first.buffer).getUint16(12, true)) }
}

/**
 * @param {number[]} payload
 * @param {number} of
 */
function sealed(payload, of) {
  const bytes = Uint8Array.from([...'DZIX'].map((c) => c.charCodeAt(0)).concat(Array(12).fill(0), payload))
  const view = new DataView(bytes.buffer)
  view.setUint16(4, 2, true)
  view.setUint16(6, of, true)
  view.setUint32(8, payload.length, true)
  view.setUint32(12, crc32(bytes.subarray(16)), true)
  return bytes
}

/** @param {string} [name] */
export const frozenIndex = (name = 'index-v2.bin') => new Uint8Array(readFileSync(new URL(name, folder)))
