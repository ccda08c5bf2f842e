/** The table of meaning: damage is refused by name, and search goes on without it. */

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { openMeaning } from '../../src/meaning/index.js'
import { openBytes, openIndex } from '../../src/search/index.js'
import { frozenIndex } from './vectors.js'

const BASE = 'https://shop.example/faq/'
const table = new Uint8Array(readFileSync(new URL('../../../dianzhi/text/tables/meaning.bin', import.meta.url)))
const index = frozenIndex('index-v1-pinyin.bin')
const { wordings } = openBytes(index).opened
const QUERY = '下单多久能发货'

/** @param {string} path @param {Uint8Array} bytes */
const named = (path, bytes) => ({
  path,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  format: 1,
})
const manifest = {
  format: 1,
  index: named('v/aa/index.bin', index),
  answers: { base: 'v/bb/answers/', shards: 1 },
  meaning: named('v/cc/meaning.js', new Uint8Array()),
  vectors: named('v/dd/meaning.bin', table),
}

/** Opens the shop with what a server and an importing browser would give. */
async function opened(change = {}, bytes = table, module = async () => ({ openMeaning })) {
  /** @type {string[]} */
  const asked = []
  /** @param {string} url */
  const fetch = async (url) => {
    asked.push(url.slice(BASE.length))
    return new Response(url.endsWith('index.bin') ? index : bytes, { status: bytes ? 200 : 404 })
  }
  const shop = await openIndex({ base: BASE, fetch, module, manifest: { ...manifest, ...change } })
  const before = await shop.search(QUERY)
  await shop.ready
  return { before, after: await shop.search(QUERY), asked }
}

test('words answer at once, meaning joins when it has come', async () => {
  const { before, after, asked } = await opened()
  assert.deepEqual(asked, ['v/aa/index.bin', 'v/dd/meaning.bin'])
  assert.notDeepEqual(after.map(({ score }) => score), before.map(({ score }) => score))
})

/** @type {[string, Parameters<typeof opened>][]} */
const silent = [
  ['a manifest that knows of none', [{ meaning: undefined, vectors: undefined }]],
  ['a module without vectors', [{ vectors: undefined }]],
  ['vectors of another format', [{ vectors: { ...manifest.vectors, format: 2 } }]],
  ['vectors of another size', [{ vectors: { ...manifest.vectors, bytes: 1 } }]],
  ['vectors of another hash', [{ vectors: { ...manifest.vectors, sha256: '0'.repeat(64) } }]],
  ['damaged vectors', [{ vectors: named('v/dd/meaning.bin', table.slice(1)) }, table.slice(1)]],
  ['a module that does not come', [{}, table, () => Promise.reject(new TypeError('offline'))]],
]

for (const [why, given] of silent) {
  test(`words go on alone: ${why}`, async () => {
    const { before, after } = await opened(...given)
    assert.deepEqual(after, before)
  })
}

test('a cut or changed table is refused by name', () => {
  for (let at = 0; at < table.length; at += 97) {
    assert.throws(() => openMeaning(table.slice(0, at), wordings), { name: 'IndexFormatError' })
    const damaged = table.slice()
    damaged[at] ^= 1 << at % 8
    assert.throws(() => openMeaning(damaged, wordings), { name: 'IndexFormatError' })
  }
})

test('an index is no table', () => {
  assert.throws(() => openMeaning(index, wordings), { name: 'IndexFormatError' })
})
