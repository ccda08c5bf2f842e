import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { Content } from '../src/panel/content.js'
import { fnv1a, foldBatch } from '../src/panel/batch.js'

const MANIFEST = {
  format: 1,
  index: { format: 2 },
  products: { base: 'v/1/products/' },
  batches: { base: 'v/2/batches/', shards: 4 },
  flows: { base: 'v/3/flows/', list: [{ id: 'urge' }, { id: 'lost' }] },
  shop: { name: '屿光' },
}
const BATCH = [{ product: 'nut-mix', slots: {} }]
const FLOW = { id: 'urge', start: 'kind', nodes: { kind: {} } }
const FILES = {
  'v/3/flows/urge.json': FLOW,
  'v/3/flows/lost.json': { id: 'lost', start: 'constructor', nodes: {} },
  'v/1/products/list.json': [{ id: 'nut-mix', name: '每日坚果' }],
  'v/1/products/nut-mix.json': { id: 'nut-mix', slots: { net: '25 g' } },
  [`v/2/batches/${fnv1a(foldBatch('N8B')) % 4}.json`]: { N8B: BATCH },
}

const real = { fetch: globalThis.fetch, navigator: Object.getOwnPropertyDescriptor(globalThis, 'navigator') }
afterEach(() => {
  globalThis.fetch = real.fetch
  if (real.navigator) Object.defineProperty(globalThis, 'navigator', real.navigator)
  else delete globalThis.navigator
})

/** @param {(path: string) => Response | Promise<Response>} reply @param {boolean} onLine */
function served(reply, onLine = true, manifest = MANIFEST) {
  const asked = []
  Object.defineProperty(globalThis, 'navigator', { value: { onLine }, configurable: true })
  globalThis.fetch = async (url) => {
    const path = String(url).replace('https://shop.test/', '')
    asked.push(path)
    return reply(path)
  }
  return { content: new Content('https://shop.test/', manifest), asked }
}
const file = (path) => (path in FILES ? Response.json(FILES[path]) : new Response('', { status: 404 }))

test('a product is read once, an unknown one is not asked for', async () => {
  const { content, asked } = served(file)
  assert.equal((await content.product('nut-mix')).slots.net, '25 g')
  await content.product('nut-mix')
  assert.equal(await content.product('../../manifest'), undefined)
  assert.deepEqual(asked, ['v/1/products/list.json', 'v/1/products/nut-mix.json'])
})

test('a batch is found however it is typed', async () => {
  const { content, asked } = served(file)
  assert.deepEqual(await content.batches(' n-8b '), BATCH)
  assert.equal(asked.length, 1)
})

test('a number that looks alike stands in the shard that was read', async () => {
  const { content, asked } = served(file)
  assert.deepEqual(await content.batches('NB8'), [])
  assert.deepEqual(await content.lookalikes('NB8'), [BATCH])
  assert.deepEqual(await content.lookalikes('n8b'), [])
  assert.equal(asked.length, 1)
})

test('no batch: an unknown number, nothing typed, a name every object has', async () => {
  const { content } = served((path) => (path in FILES ? file(path) : Response.json({})))
  for (const number of ['N89', '批号', 'constructor']) assert.deepEqual(await content.batches(number), [])
})

test('a dialogue is read when it is listed, and no other address is asked for', async () => {
  const { content, asked } = served(file)
  assert.deepEqual(await content.flow('urge'), FLOW)
  assert.equal(await content.flow('../../manifest'), undefined)
  assert.deepEqual(asked, ['v/3/flows/urge.json'])
})

test('a dialogue without its first turn is broken', async () => {
  const { content } = served(file)
  await assert.rejects(content.flow('lost'), { code: 'broken' })
})

const refuse = (error) => () => Promise.reject(error)
const FAILURES = [
  ['a file that is not there', () => new Response('', { status: 404 }), true, 'missing'],
  ['a server in trouble', () => new Response('', { status: 503 }), true, 'unreachable'],
  ['half a file', () => new Response('[{"id":'), true, 'broken'],
  ['no network', refuse(new TypeError('failed')), false, 'offline'],
  ['no way to the server', refuse(new TypeError('failed')), true, 'unreachable'],
  ['no reply in time', refuse(new DOMException('late', 'TimeoutError')), true, 'slow'],
]
for (const [why, reply, onLine, code] of FAILURES) {
  test(`failure: ${why} is ${code}`, async () => {
    const { content } = served(reply, onLine)
    await assert.rejects(content.products(), { code })
  })
}

test('what failed is asked for again', async () => {
  let broken = true
  const { content } = served((path) => (broken ? new Response('', { status: 500 }) : file(path)))
  await assert.rejects(content.products())
  broken = false
  assert.equal((await content.products()).length, 1)
})

test('refreshing reads the manifest past the cache and forgets all files', async () => {
  const later = { ...MANIFEST, shop: { name: '新屿光' } }
  const { content, asked } = served((path) => (path === 'manifest.json' ? Response.json(later) : file(path)))
  await content.products()
  await content.refresh()
  await content.products()
  assert.equal(content.shop.name, '新屿光')
  assert.deepEqual(asked, ['v/1/products/list.json', 'manifest.json', 'v/1/products/list.json'])
})

for (const [why, manifest] of [
  ['a manifest', { ...MANIFEST, format: 2 }],
  ['an index', { ...MANIFEST, index: { format: 1 } }],
  ['no index at all', { format: 1 }],
]) {
  test(`a format this panel does not know: ${why}`, () => {
    const { content } = served(file, true, manifest)
    assert.throws(() => content.requireFormat(), { code: 'format' })
    assert.deepEqual(content.shop.categories, [])
  })
}

test('a fresh manifest brings content; the code stays what the panel came with', async () => {
  const code = { panel: { path: 'v/old/panel.js' }, search: { path: 'v/old/search.js' } }
  const fresh = { ...MANIFEST, panel: { path: 'v/new/panel.js' }, search: { path: 'v/new/search.js' }, content: 'new' }
  const { content } = served(() => Response.json(fresh), true, { ...MANIFEST, ...code })
  await content.refresh()
  assert.deepEqual(content.manifest, { ...fresh, ...code })
})

test('of a pinned loader: no module is imported before it is proven, retries neither', async () => {
  const proven = []
  const refuse = (url) => {
    proven.push(url)
    return Promise.reject(new TypeError('integrity'))
  }
  served(file)
  const content = new Content('data:text/javascript,', { ...MANIFEST, panel: { path: 'panel.js' } }, refuse)
  // Each address would import well: it is the proof that is missing.
  await assert.rejects(content.part('export const view = 1//'), { code: 'unreachable' })
  await assert.rejects(content.part('export const view = 1//'), { code: 'unreachable' })
  assert.deepEqual(proven, ['data:text/javascript,export const view = 1//.js', 'data:text/javascript,export const view = 1//.js?1'])
})

test('a proven module is imported', async () => {
  served(file)
  const content = new Content('data:text/javascript,', { ...MANIFEST, panel: { path: 'panel.js' } }, async () => {})
  assert.equal((await content.part('export const a = 1//', 'a')).a, 1)
})

const ENGINE = `export const openIndex = async ({ base, manifest, fetch }) => ({
  ready: Promise.resolve(true), status: (await fetch(base + manifest.index.path)).status })`
/** @param {boolean} saveData */
function withEngine(saveData) {
  const { asked } = served(() => new Response(''))
  Object.defineProperty(globalThis, 'navigator', { value: { connection: { saveData } }, configurable: true })
  const paths = { index: { format: 2, path: 'index' }, search: { path: encodeURIComponent(ENGINE) } }
  return { content: new Content('data:text/javascript,', { ...MANIFEST, ...paths }), asked }
}

test('the index is asked for beside the engine, and once', async () => {
  const { content, asked } = withEngine(false)
  const coming = content.engine()
  assert.deepEqual(asked, ['data:text/javascript,index'])
  assert.equal((await coming).status, 200)
  assert.equal(asked.length, 1)
})

for (const [why, saveData, count] of [['reads ahead', false, 1], ['saves data where that is asked for', true, 0]]) {
  test(`warming ${why}`, () => {
    const { content, asked } = withEngine(saveData)
    content.warm()
    assert.equal(asked.length, count)
  })
}

const SHARDS = 7
const LARGE = { index: { format: 2, path: 'index', parts: { base: 'p/', count: 2, entries: 9 } }, answers: { shards: SHARDS } }
const TOLD = { question: { zh: '远处的', en: 'Far away' }, answer: { zh: [] }, category: 'c', products: ['p'], platforms: [], media: [], related: [] }

/** A large shop whose engine knows the entry `near`, and answers `far` from its shard alone. */
function large(search = '[]', taken = '') {
  const code = `export const openIndex = async () => ({ ready: Promise.resolve(true),
    document: (id) => (id === 'near' ? { id, question: '近处的' } : undefined), search: async (${taken}) => ${search},
    answer: async (id, shard) => (id === 'far' && shard === ${fnv1a('far') % SHARDS} ? ${JSON.stringify(TOLD)} : null) })//`
  const { asked } = served(() => new Response(''))
  const paths = { search: { path: `${encodeURIComponent(code)}/search.` }, panel: { path: '/panel.js' } }
  return { asked, manifest: { ...MANIFEST, ...LARGE, ...paths } }
}

test('in a large shop what no index at hand holds is named by its answer, and nothing else is', async () => {
  const content = new Content('data:text/javascript,', large().manifest)
  const named = await content.named(['far', 'nowhere', 'near'])
  assert.deepEqual(named.map(({ id, question, questionEn }) => [id, question, questionEn]),
    [['far', '远处的', 'Far away'], ['near', '近处的', undefined]])
  assert.deepEqual(named[0].products, ['p'])
  assert.equal(await content.answer('nowhere'), null)
  await assert.rejects(content.answer('near'), { code: 'broken' }, 'a known entry has an answer')
})

for (const [why, thrown, code] of [
  ['a damaged part, of whatever bundle', "Object.assign(new Error('cut'), { name: 'IndexFormatError' })", 'broken'],
  ['a part that takes too long', "new DOMException('late', 'TimeoutError')", 'slow'],
  ['code that did not come', "new TypeError('failed')", 'unreachable'],
]) {
  test(`a question fails: ${why} is ${code}`, async () => {
    const content = new Content('data:text/javascript,', large(`Promise.reject(${thrown})`).manifest)
    await assert.rejects(content.search('?', { limit: 1 }), { code })
  })
}

test('a question that is answered in part says what was lost, in the words of the panel', async () => {
  const reply = '(options.lost(new DOMException("late", "TimeoutError")), [options.limit])'
  const content = new Content('data:text/javascript,', large(reply, 'q, options').manifest)
  /** @type {string[]} */
  const told = []
  assert.deepEqual(await content.search('?', { limit: 1 }, ({ code }) => void told.push(code)), [1])
  assert.deepEqual(told, ['slow'])
  assert.deepEqual(await content.search('?', { limit: 1 }), [1])
})

test('of a pinned loader: the part that only large shops need is proven with the engine', async () => {
  const proven = []
  const prove = async (url) => void proven.push(url.slice(url.lastIndexOf('/')))
  const { manifest } = large()
  await new Content('data:text/javascript,', manifest, prove).engine()
  assert.deepEqual(proven, ['/search.', '/parts.'])
  const { parts, ...whole } = manifest.index
  assert.equal(parts.count, 2)
  await new Content('data:text/javascript,', { ...manifest, index: whole }, prove).engine()
  assert.deepEqual(proven.slice(2), ['/search.'])
})
