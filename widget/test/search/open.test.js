/** Opening a published shop: what is fetched, verified, kept. */

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { openIndex } from '../../src/search/index.js'
import { frozenFiles } from './vectors.js'

const BASE = 'https://shop.example/faq/'
const { core, more } = frozenFiles()
/** @type {(path: string, bytes: Uint8Array) => { path: string, bytes: number, sha256: string }} */
const file = (path, bytes) => ({ path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
const manifest = {
  format: 1,
  index: { ...file('v/aa/index.bin', core), format: 2, more: file('v/aa/more.bin', more) },
  answers: { base: 'v/bb/answers/', shards: 3 },
}

/** A server of the given files that keeps what was asked for. */
function server(changes = {}) {
  /** @type {Record<string, unknown>} */
  const files = {
    'manifest.json': manifest,
    'v/aa/index.bin': core,
    'v/aa/more.bin': more,
    'v/bb/answers/1.json': { 'ship-time': { question: '下单后多久发货？' } },
    ...changes,
  }
  /** @type {string[]} */
  const asked = []
  /** @param {string} url */
  const fetch = async (url) => {
    const path = url.slice(BASE.length)
    asked.push(path)
    const body = files[path]
    if (body === undefined) return new Response('', { status: 404 })
    return new Response(body instanceof Uint8Array ? body : JSON.stringify(body))
  }
  return { fetch, asked, files }
}

test('a shop opens with two requests and searches; the rest joins by itself', async () => {
  const { fetch, asked } = server()
  const index = await openIndex({ base: BASE, fetch })
  assert.equal((await index.search('多久发货'))[0].id, 'ship-time')
  assert.deepEqual(await index.search('fapiao'), [])
  assert.equal(index.complete, false)
  assert.equal(await index.ready, true)
  assert.equal(index.complete, true)
  assert.equal((await index.search('fapiao'))[0].id, 'invoice-how')
  assert.deepEqual(asked, ['manifest.json', 'v/aa/index.bin', 'v/aa/more.bin'])
  assert.equal(index.documents().length, 16)
})

test('a given manifest is not fetched again, and the base needs no slash', async () => {
  const { fetch, asked } = server()
  await openIndex({ base: BASE.slice(0, -1), fetch, manifest })
  assert.deepEqual(asked, ['v/aa/index.bin', 'v/aa/more.bin'])
})

test('an answer comes from its shard, fetched once for two askers', async () => {
  const { fetch, asked } = server()
  const index = await openIndex({ base: BASE, fetch, manifest })
  const [one, two] = await Promise.all([index.answer('ship-time'), index.answer('ship-time')])
  assert.deepEqual(one, { question: '下单后多久发货？' })
  assert.equal(one, two)
  assert.deepEqual(asked, ['v/aa/index.bin', 'v/aa/more.bin', 'v/bb/answers/1.json'])
})

test('an unknown id has no answer and asks for nothing', async () => {
  const { fetch, asked } = server()
  const index = await openIndex({ base: BASE, fetch, manifest })
  assert.equal(await index.answer('toString'), null)
  assert.deepEqual(asked, ['v/aa/index.bin', 'v/aa/more.bin'])
})

test('a shard that did not come is asked for again', async () => {
  const { fetch, files } = server({ 'v/bb/answers/1.json': undefined })
  const index = await openIndex({ base: BASE, fetch, manifest })
  await assert.rejects(index.answer('ship-time'), { name: 'LoadError', status: 404 })
  files['v/bb/answers/1.json'] = { 'ship-time': { question: '后来到的' } }
  assert.deepEqual(await index.answer('ship-time'), { question: '后来到的' })
})

/** @type {[string, object][]} */
const incomplete = [
  ['did not come', { 'v/aa/more.bin': undefined }],
  ['is damaged', { 'v/aa/more.bin': more.map((byte, at) => (at === 99 ? byte ^ 1 : byte)) }],
]

for (const [why, changes] of incomplete) {
  test(`the core goes on alone where the rest ${why}`, async () => {
    const { fetch } = server(changes)
    const index = await openIndex({ base: BASE, fetch })
    assert.equal(await index.ready, false)
    assert.equal(index.complete, false)
    assert.equal((await index.search('多久发货'))[0].id, 'ship-time')
  })
}

/** @type {[string, object, string][]} */
const refused = [
  ['a manifest of another format', { 'manifest.json': { ...manifest, format: 2 } }, 'IndexFormatError'],
  ['an index of another format', changedIndex({ format: 1 }), 'IndexFormatError'],
  ['an index of another size', changedIndex({ bytes: 1 }), 'IndexFormatError'],
  ['an index of another hash', changedIndex({ sha256: '0'.repeat(64) }), 'IndexFormatError'],
  ['a missing manifest', { 'manifest.json': undefined }, 'LoadError'],
  ['a missing index', { 'v/aa/index.bin': undefined }, 'LoadError'],
]

/** @param {object} change */
function changedIndex(change) {
  return { 'manifest.json': { ...manifest, index: { ...manifest.index, ...change } } }
}

for (const [why, changes, name] of refused) {
  test(`refused: ${why}`, async () => {
    const { fetch } = server(changes)
    await assert.rejects(openIndex({ base: BASE, fetch }), { name })
  })
}
