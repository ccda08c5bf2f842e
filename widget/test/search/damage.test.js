/** Damaged index bytes are refused with IndexFormatError and nothing else. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32 } from '../../src/search/container.js'
import { IndexFormatError, openBytes } from '../../src/search/index.js'
import * as typing from '../../src/search/typing.js'
import { frozenIndex } from './vectors.js'

const HEADER = 16
const whole = frozenIndex()

test('every shorter file is refused', () => {
  for (let size = 0; size < whole.length; size++) {
    assert.throws(() => openBytes(whole.slice(0, size)), IndexFormatError, `${size} bytes`)
  }
})

test('every changed byte is refused', () => {
  for (let at = 0; at < whole.length; at++) {
    const damaged = whole.slice()
    damaged[at] ^= 1 << at % 8
    assert.throws(() => openBytes(damaged), IndexFormatError, `byte ${at}`)
  }
})

test('a version to come is refused by number', () => {
  const later = whole.slice()
  later[4] = 3
  assert.throws(() => openBytes(later), { name: 'IndexFormatError', message: /format 3/ })
})

test('a version that was is refused by number', () => {
  assert.throws(() => openBytes(frozenIndex('index-v1.bin')), { name: 'IndexFormatError', message: /format 1/ })
})

test('damage under a right checksum is refused, or searched without another error', () => {
  let refused = 0
  for (let at = HEADER; at < whole.length; at++) {
    const damaged = resealed(whole, at)
    try {
      openBytes(damaged, typing).search('七天退货 tuihuo refu')
    } catch (error) {
      assert.ok(error instanceof IndexFormatError, `byte ${at}: ${error}`)
      refused++
    }
  }
  assert.ok(refused > 100, `${refused} refused`)
})

/**
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function resealed(bytes, at) {
  const damaged = bytes.slice()
  damaged[at] = (at * 7919) % 256
  new DataView(damaged.buffer).setUint32(12, crc32(damaged.subarray(HEADER)), true)
  return damaged
}
