/** The popup asking an engine on a server: what is sent, how replies are read, and the way back. */

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { afterEach, test } from 'node:test'
import { openIndex } from '../src/remote/index.js'
import { frozenFiles } from './search/vectors.js'

const { core, more } = frozenFiles()
const BASE = new URL('../', import.meta.url).href
const DOCS = [
  { id: 'ship-time', question: '多久发货', questionEn: 'When?', category: 'a', products: [], platforms: [], shard: 1 },
  { id: 'how-to-return', question: '怎么退货', questionEn: '', category: 'a', products: [], platforms: [], shard: 0 },
]
const FILES = {
  'v/d/documents.json': DOCS,
  'v/a/1.json': { 'ship-time': { question: '多久发货' } },
  'v/i/index.bin': core,
  'v/i/more.bin': more,
}
/** @param {string} path @param {Uint8Array} bytes */
const file = (path, bytes) => ({ path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
const MANIFEST = {
  format: 1,
  search: { path: 'src/search/index.js' },
  index: { ...file('v/i/index.bin', core), format: 2, more: file('v/i/more.bin', more) },
  answers: { base: 'v/a/' },
  documents: { path: 'v/d/documents.json' },
}
const MEILI = { kind: 'meilisearch', url: 'https://search.example', index: 'faq', key: 'public' }
const OPEN = { kind: 'opensearch', url: 'https://search.example/os', index: 'faq' }

const real = globalThis.fetch
afterEach(() => (globalThis.fetch = real))

/** The shop's files, and an engine that replies as told; both keep what was asked of them. */
async function opened(engine, reply) {
  const asked = []
  const sent = []
  const files = async (url) => {
    const path = url.slice(BASE.length)
    asked.push(path)
    const body = FILES[path]
    return body instanceof Uint8Array ? new Response(body) : Response.json(body)
  }
  globalThis.fetch = async (url, init) => {
    sent.push({ url, ...init, body: JSON.parse(init.body) })
    return reply(sent.length)
  }
  const index = await openIndex({ base: BASE, manifest: { ...MANIFEST, engine }, fetch: files })
  return { index, asked, sent }
}

const meiliHit = (id, question, changes = {}) => ({
  id, question, question_en: '', similar: [], similar_en: [], excluded: [],
  _formatted: { question: `\ue000${question}\ue001` }, _rankingScore: 0.5, ...changes,
})
const openHit = (id, question, changes = {}) => ({
  _id: id, _score: 7.5, _source: { question, question_en: '', wordings: [{ text: question }], excluded: [] }, ...changes,
})
const meili = (...hits) => () => Response.json({ hits, query: '', processingTimeMs: 1, limit: 20, offset: 0 })
const open = (...hits) => () => Response.json({ took: 1, timed_out: false, hits: { total: { value: 1 }, hits } })

test('Meilisearch is asked as its API is published', async () => {
  const { index, sent } = await opened(MEILI, meili())
  await index.search('多久发货', { limit: 3, sku: 'a"b', platform: 'douyin' })
  const [{ url, method, headers, credentials, body }] = sent
  assert.equal(url, 'https://search.example/indexes/faq/search')
  assert.deepEqual([method, credentials], ['POST', 'omit'])
  assert.deepEqual(headers, { 'Content-Type': 'application/json', Authorization: 'Bearer public' })
  assert.deepEqual(body, {
    q: '多久发货',
    limit: 8,
    filter: ['products IS EMPTY OR products = "a\\"b"', 'platforms IS EMPTY OR platforms = "douyin"'],
    attributesToRetrieve: ['id', 'excluded', 'question', 'question_en', 'similar', 'similar_en'],
    attributesToHighlight: ['question'],
    highlightPreTag: '\ue000',
    highlightPostTag: '\ue001',
    matchingStrategy: 'frequency',
    showRankingScore: true,
  })
})

test('OpenSearch lifts entries of the category that a search starts from; Meilisearch has no way to', async () => {
  const { index, sent } = await opened(OPEN, open())
  await index.search('多久', { categories: ['returns', 'refunds'] })
  assert.deepEqual(sent[0].body.query.function_score.functions, [
    { field_value_factor: { field: 'lift' } },
    { filter: { terms: { category: ['returns', 'refunds'] } }, weight: 1.0625 },
  ])
  const other = await opened(MEILI, meili())
  await other.index.search('多久', { categories: ['returns'] })
  assert.doesNotMatch(JSON.stringify(other.sent[0].body), /returns/)
})

test('OpenSearch is asked as its API is published, without a key where there is none', async () => {
  const { index, sent } = await opened(OPEN, open())
  await index.search('when', { platform: 'douyin', lang: 'en' })
  const [{ url, headers, body }] = sent
  assert.equal(url, 'https://search.example/os/faq/_search')
  assert.deepEqual(headers, { 'Content-Type': 'application/json' })
  assert.equal(body.size, 15)
  assert.deepEqual(body.sort, ['_score', { order: 'asc' }])
  assert.deepEqual(Object.keys(body.highlight.fields), ['question_en', 'question'])
  assert.deepEqual(body.query.function_score.functions, [{ field_value_factor: { field: 'lift' } }])
  assert.deepEqual(body.query.function_score.query.bool.filter, [{
    bool: {
      should: [{ term: { platforms: 'douyin' } }, { bool: { must_not: { exists: { field: 'platforms' } } } }],
      minimum_should_match: 1,
    },
  }])
})

const REPLIES = [
  ['Meilisearch', MEILI, meili(meiliHit('ship-time', '多久发货', { _rankingScore: 0.75 })), 750_000],
  ['OpenSearch', OPEN, open(openHit('ship-time', '多久发货', { highlight: { question: ['\ue000多久发货\ue001'] } })), 7_500],
]
for (const [name, engine, reply, score] of REPLIES) {
  test(`hits of ${name} come as our own do`, async () => {
    const { index } = await opened(engine, reply)
    assert.deepEqual(await index.search('多久发货'), [{
      id: 'ship-time', question: '多久发货', matches: [['question', 0, 4]], score,
      confidence: 'direct', url: '', reading: '',
    }])
  })
}

const MARKS = [
  ['a\ue000bc\ue001d\ue000e\ue001', 'abcde', [['question', 1, 3], ['question', 4, 5]]],
  ['😀\ue000退货\ue001', '😀退货', [['question', 2, 4]]],
  ['nothing', 'nothing', []],
]
for (const [text, question, matches] of MARKS) {
  test(`marks of ${JSON.stringify(text)}`, async () => {
    const hit = meiliHit('x', question, { _formatted: { question: text } })
    const { index } = await opened(MEILI, meili(hit))
    const [found] = await index.search(question)
    assert.deepEqual([found.question, found.matches], [question, matches])
  })
}

const CONFIDENCES = [
  ['怎么退货', ['怎么退货'], 'direct'],
  ['怎么退货呀在吗', ['怎么退货'], 'likely'],
  ['怎么退货', ['保质期', '怎么退货'], 'direct'],
  ['买错了怎么退货啊急', ['退货'], 'maybe'],
  ['tracking not moved', ['My order should have been shipped'], undefined],
  ['tracking stuck', ['Tracking has not moved'], 'maybe'],
]
for (const [query, texts, confidence] of CONFIDENCES) {
  test(`${query} by ${texts} is ${confidence}`, async () => {
    const { index } = await opened(MEILI, meili(meiliHit('x', texts[0], { similar: texts.slice(1) })))
    assert.equal((await index.search(query))[0]?.confidence, confidence)
  })
}

test('nothing in common with the first three is nothing found', async () => {
  const { index } = await opened(MEILI, meili(meiliHit('a', '保质期'), meiliHit('b', '发票抬头')))
  assert.deepEqual(await index.search('你们招人吗'), [])
})

test('words that rule an entry out, and the limit, hold', async () => {
  const hits = ['a', 'b', 'c'].map((id) => meiliHit(id, '怎么退货', { excluded: id === 'a' ? ['VIP'] : [] }))
  const { index } = await opened(MEILI, meili(...hits))
  assert.deepEqual((await index.search('怎么退货 vip', { limit: 1 })).map(({ id }) => id), ['b'])
})

test('an English panel shows English where there is some', async () => {
  const hits = [
    meiliHit('a', '怎么退货', { question_en: 'How?', _formatted: { question: '怎么退货', question_en: '\ue000How\ue001?' } }),
    meiliHit('b', '怎么退货', { _formatted: { question: '怎么退货', question_en: '' } }),
  ]
  const { index } = await opened(MEILI, meili(...hits))
  const found = await index.search('how 怎么退货', { lang: 'en' })
  assert.deepEqual(found.map(({ question }) => question), ['How?', '怎么退货'])
})

test('lists and answers need no engine, and blank words ask nothing', async () => {
  const { index, asked, sent } = await opened(MEILI, meili())
  assert.deepEqual(index.documents(), DOCS)
  assert.deepEqual(await index.answer('ship-time'), { question: '多久发货' })
  assert.deepEqual(await index.search('  '), [])
  assert.deepEqual([asked, sent], [['v/d/documents.json', 'v/a/1.json'], []])
})

const FAILURES = [
  ['is unreachable', () => Promise.reject(new TypeError('fetch failed'))],
  ['is too slow', () => Promise.reject(new DOMException('late', 'TimeoutError'))],
  ['refuses the key', () => new Response('{}', { status: 403 })],
  ['says no JSON', () => new Response('<html>')],
  ['says something else', () => Response.json({ message: 'hello' })],
]
for (const [why, reply] of FAILURES) {
  test(`when the engine ${why}, the shop's own index answers, and goes on answering`, async () => {
    const { index, asked, sent } = await opened(MEILI, reply)
    assert.equal((await index.search('多久发货'))[0].id, 'ship-time')
    assert.equal((await index.search('多久发货'))[0].id, 'ship-time')
    assert.equal(sent.length, 1)
    assert.deepEqual(asked, ['v/d/documents.json', 'v/i/index.bin', 'v/i/more.bin'])
  })
}

test('an index that does not come either is asked for again', async () => {
  const { index, asked } = await opened(MEILI, () => new Response('', { status: 500 }))
  FILES['v/i/index.bin'] = new Uint8Array(3)
  await assert.rejects(index.search('多久发货'), { name: 'IndexFormatError' })
  FILES['v/i/index.bin'] = core
  assert.equal((await index.search('多久发货'))[0].id, 'ship-time')
  assert.equal(asked.filter((path) => path === 'v/i/index.bin').length, 2)
})

test('a manifest without an engine, or of another format, is refused', async () => {
  for (const changes of [{ engine: undefined }, { documents: undefined }, { format: 2 }]) {
    const manifest = { ...MANIFEST, engine: MEILI, ...changes }
    await assert.rejects(openIndex({ base: BASE, manifest }), { name: 'IndexFormatError' })
  }
})
