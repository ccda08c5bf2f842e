/** JavaScript side of the frozen index; tests/contract/test_search_hits.py reads the same. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBytes } from '../../src/search/index.js'
import * as typing from '../../src/search/typing.js'
import { frozenFiles, frozenIndex, readVectors } from './vectors.js'

const engine = openBytes(frozenIndex(), typing)

for (const { why, query, options, hits } of readVectors('search-hits.json')) {
  test(`hits: ${why}`, () => {
    const found = engine.search(query, { limit: 3, ...options })
    const rows = found.map((hit) => [hit.id, hit.question, hit.score, hit.confidence, hit.matches])
    assert.deepEqual(rows, hits)
  })
}

for (const { why, query, reading, hits } of readVectors('search-typing.json')) {
  test(`typing: ${why}`, () => {
    const found = engine.search(query, { limit: 3 })
    const rows = found.map((hit) => [hit.id, hit.question, hit.score, hit.confidence, hit.matches])
    assert.deepEqual(rows, hits)
    for (const hit of found) assert.equal(hit.reading, reading)
  })
}

test('both files together answer as the whole', () => {
  const { core, more } = frozenFiles()
  const joined = openBytes(core)
  joined.join(more, typing)
  for (const { query, options } of [...readVectors('search-hits.json'), ...readVectors('search-typing.json')]) {
    assert.deepEqual(joined.search(query, options), engine.search(query, options), query)
  }
})

test('a second file that does not fit leaves everything as it was', () => {
  const { core, more } = frozenFiles()
  const alone = openBytes(core)
  const before = alone.search('多久发货')
  for (const wrong of [core, more.subarray(0, 99), frozenIndex()]) {
    assert.throws(() => alone.join(wrong, typing), { name: 'IndexFormatError' })
  }
  assert.deepEqual(alone.search('多久发货'), before)
  alone.join(more, typing)
  assert.deepEqual(alone.search('fapiao'), engine.search('fapiao'))
})

test('documents come in author order with what a list needs', () => {
  const docs = engine.documents()
  assert.deepEqual(
    docs.map(({ id }) => id),
    readVectors('search-shop.json').docs.map((/** @type {{ id: string }} */ { id }) => id),
  )
  const last = docs[docs.length - 1]
  assert.deepEqual(last, {
    id: 'chips-allergy',
    question: '海盐脆片有没有过敏原？',
    questionEn: '',
    url: 'faq/chips-allergy/',
    category: 'use',
    shard: 2,
    priority: 0,
    products: ['sea-salt-chips'],
    platforms: ['douyin'],
    excluded: [],
  })
})

test('a hit carries the address of its page', () => {
  assert.equal(engine.search('海盐脆片过敏')[0].url, 'faq/chips-allergy/')
})
