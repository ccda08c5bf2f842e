/** The table of meaning: damage is refused by name, and search goes on without it. */

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { openBytes, openIndex } from '../../src/search/index.js'
import { openMeaning } from '../../src/search/meaning.js'
import { frozenFiles, frozenIndex } from './vectors.js'

const BASE = 'https://shop.example/faq/'
const table = new Uint8Array(readFileSync(new URL('../../../dianzhi/text/tables/meaning.bin', import.meta.url)))
const { core, more } = frozenFiles()
const { opened } = openBytes(frozenIndex())
const QUERY = '下单多久能发货'

/** @param {string} path @param {Uint8Array} bytes */
const file = (path, bytes) => ({
  path,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})
const index = { ...file('v/aa/index.bin', core), format: 2, more: file('v/aa/more.bin', more) }
const vectors = { ...file('v/dd/meaning.bin', table), format: 1 }

/** What a shop finds at first and when all has come, of a server with these vectors. */
async function found(vectors, bytes = table) {
  /** @type {string[]} */
  const asked = []
  /** @param {string} url */
  const fetch = async (url) => {
    asked.push(url.slice(BASE.length))
    const body = url.endsWith('index.bin') ? core : url.endsWith('more.bin') ? more : bytes
    return new Response(body, { status: body ? 200 : 404 })
  }
  const manifest = { format: 1, index, answers: { base: 'v/bb/answers/' }, ...(vectors && { vectors }) }
  const shop = await openIndex({ base: BASE, fetch, manifest })
  const first = await shop.search(QUERY)
  assert.equal(await shop.ready, true)
  const { opened } = shop.engine
  return { first, last: await shop.search(QUERY), joined: opened.meaning !== null, asked }
}

test('words answer at once, meaning joins when it has come', async () => {
  const { first, last, joined, asked } = await found(vectors)
  assert.deepEqual(asked, ['v/aa/index.bin', 'v/aa/more.bin', 'v/dd/meaning.bin'])
  assert.ok(joined)
  assert.equal(first[0].id, 'ship-time')
  assert.equal(last[0].id, 'ship-time')
  assert.notDeepEqual(last.map(({ score }) => score), first.map(({ score }) => score))
})

/** @type {[string, Parameters<typeof found>][]} */
const silent = [
  ['a manifest that knows of none', [undefined]],
  ['vectors of another format', [{ ...vectors, format: 2 }]],
  ['vectors of another size', [{ ...vectors, bytes: 1 }]],
  ['vectors of another hash', [{ ...vectors, sha256: '0'.repeat(64) }]],
  ['damaged vectors', [{ ...vectors, ...file('v/dd/meaning.bin', table.slice(1)) }, table.slice(1)]],
  ['vectors that do not come', [vectors, null]],
]

for (const [why, given] of silent) {
  test(`words go on alone: ${why}`, async () => {
    const alone = await found(undefined)
    const { last, joined } = await found(...given)
    assert.equal(joined, false)
    assert.deepEqual(last, alone.last)
  })
}

test('a cut or changed table is refused by name', () => {
  for (let at = 0; at < table.length; at += 97) {
    assert.throws(() => openMeaning(table.slice(0, at), opened), { name: 'IndexFormatError' })
    const damaged = table.slice()
    damaged[at] ^= 1 << at % 8
    assert.throws(() => openMeaning(damaged, opened), { name: 'IndexFormatError' })
  }
})

test('an index is no table', () => {
  assert.throws(() => openMeaning(core, opened), { name: 'IndexFormatError' })
})
