import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fnv1a, foldBatch, normaliseBatch } from '../src/panel/batch.js'

const NUMBERS = [
  ['as printed', 'B2026-0301', 'B20260301'],
  ['lower case with spaces', ' b2026 0301 ', 'B20260301'],
  ['Chinese around it', '批号：N-88。', 'N88'],
  ['only ASCII letters have an upper case here', 'ıßﬁa1', 'A1'],
  ['full-width is not what the spec keeps', 'Ｂ１', ''],
]
for (const [why, typed, expected] of NUMBERS) {
  test(`batch number: ${why}`, () => assert.equal(normaliseBatch(typed), expected))
}

/** Published test values of the 32-bit FNV-1a. */
const HASHES = [['', 0x811c9dc5], ['a', 0xe40c292c], ['b', 0xe70c2de5], ['foobar', 0xbf9cf968]]
for (const [text, hash] of HASHES) test(`fnv1a of "${text}"`, () => assert.equal(fnv1a(text), hash))

test('fnv1a equals the definition in whole numbers', () => {
  const defined = (text) => {
    let hash = 2166136261n
    for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 16777619n) % 2n ** 32n
    return Number(hash)
  }
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fnv1a(text) === defined(text)))
})

test('normalising twice changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    const once = normaliseBatch(text)
    return /^[0-9A-Z]*$/.test(once) && normaliseBatch(once) === once
  }))
})

test('numbers that are misread for one another fold alike, others do not', () => {
  const alike = ['YG26C0312A', 'YGZ6CO3I2A', 'YG26CO3L2A'].map(foldBatch)
  assert.deepEqual(new Set(alike), new Set(['YG26C0312A']))
  assert.notEqual(foldBatch('YG26C0313A'), alike[0])
})
