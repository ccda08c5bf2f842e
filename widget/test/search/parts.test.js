/** An index in parts: which parts are read, when, and what is found in them. */

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mock, test } from 'node:test'
import { openBytes, openIndex } from '../../src/search/index.js'
import { crc32 } from '../../src/search/container.js'
import { openMeaning } from '../../src/search/meaning.js'
import { Parted } from '../../src/search/parts.js'
import { Shelf } from '../../src/search/shelf.js'
import * as typing from '../../src/search/typing.js'
import { frozenFiles, frozenIndex } from './vectors.js'

const head = openBytes(frozenIndex(), typing)
const IDS = head.documents().map(({ id }) => id)
/** Every entry stands for a part of its own: the parts of a question are its hits, in their order. */
const OWN_PARTS = IDS.map((_, at) => at)
const QUERY = '多久发货'
/** Of what the head ignores all but one, which stands for the name of a product. */
const NAME = '小屿在吗'
const CHATTER = new Set(['你好', '谢谢'])
const FIRST = openBytes(frozenIndex()).search(QUERY)[0].id

/** @param {string} id @param {number} score */
const hit = (id, score) => ({ id, question: id, score, confidence: 'likely', matches: [], reading: '', url: '' })

/** A part that finds this, whatever it is asked. @param {ReturnType<typeof hit>[]} hits */
const partOf = (hits) => ({
  opened: { meaning: null },
  documents: () => hits.map(({ id }) => ({ id })),
  search: () => hits,
})

/** A finder whose parts are made by `make`; `read` says which were asked for, in order. */
function finder(make, parts = OWN_PARTS) {
  /** @type {number[]} */
  const read = []
  const found = new Parted(head, parts, CHATTER, async (number) => {
    read.push(number)
    return make(number)
  })
  return { found, read }
}

/** @param {() => Promise<void>} act With timers that a test turns by hand. */
async function withClock(act) {
  mock.timers.enable({ apis: ['setTimeout'] })
  try {
    await act()
  } finally {
    mock.timers.reset()
  }
}

test('the likeliest parts are read, each once, and at most four', async () => {
  const { found, read } = finder((n) => partOf([hit(`in-${n}`, n)]))
  await found.search(QUERY)
  assert.equal(read.length, 4)
  assert.equal(IDS[read[0]], FIRST)
  assert.equal(new Set(read).size, 4)
  const alike = finder((n) => partOf([hit(`in-${n}`, n)]), IDS.map((_, at) => at % 3))
  await alike.found.search(QUERY)
  assert.deepEqual([...alike.read].sort(), [0, 1, 2])
})

test('hits are joined by score, equal ones by their part, doubles once, as many as asked for', async () => {
  const lists = [[hit('b', 7), hit('twice', 5)], [hit('a', 7), hit('twice', 6)], [], [hit('best', 9)]]
  const order = finder(() => partOf([])).found.choose(QUERY)
  const { found } = finder((n) => partOf(lists[order.indexOf(n)]))
  const all = await found.search(QUERY)
  assert.deepEqual(all.map(({ id, score }) => [id, score]), [['best', 9], ['b', 7], ['a', 7], ['twice', 6]])
  assert.deepEqual(await found.search(QUERY, { limit: 2 }), all.slice(0, 2))
})

test('what the head knows nothing of is asked of the first parts', async () => {
  const { found, read } = finder(() => partOf([]))
  assert.deepEqual(await found.search('火'), [])
  assert.deepEqual(read, [0, 1, 2, 3])
})

test('so is what it ignores as the name of a product', async () => {
  assert.equal(head.opened.phrases(NAME).length, 0)
  for (const query of [NAME, `你好，${NAME}`]) {
    const { found, read } = finder((n) => partOf([hit(`in-${n}`, n)]))
    assert.equal((await found.search(query)).length, 4)
    assert.deepEqual(read, [0, 1, 2, 3])
  }
})

for (const query of ['你好', '你好，谢谢！', '謝謝', '！？', 'ξ', '']) {
  test(`nothing is read for ${query || 'nothing'}: whoever is greeted has nothing to look for`, async () => {
    const { found, read } = finder((n) => partOf([hit(`in-${n}`, n)]))
    assert.deepEqual(await found.search(query), [])
    assert.deepEqual(await found.search(query, { atHand: true }), [])
    assert.deepEqual(read, [])
  })
}

test('while keys follow one another nothing is read; the last question is', () => withClock(async () => {
  const { found, read } = finder((n) => partOf([hit(`in-${n}`, 1)]))
  const early = found.search('多')
  mock.timers.tick(150)
  const late = found.search(QUERY)
  mock.timers.tick(150)
  assert.deepEqual(await early, [], 'overtaken')
  assert.deepEqual(read, [])
  mock.timers.tick(50)
  assert.equal((await late).length, 4)
  assert.deepEqual(read, found.choose(QUERY))
}))

test('the same question asked twice is one question, and its parts are read once', () => withClock(async () => {
  const { found, read } = finder((n) => partOf([hit(`in-${n}`, 1)]))
  const both = [found.search(QUERY), found.search(QUERY, { sku: 'sun-milk' })]
  mock.timers.tick(200)
  const [one, other] = await Promise.all(both)
  assert.equal(one.length, 4)
  assert.deepEqual(one, other)
  assert.equal(read.length, 4)
}))

test('parts that were read answer at once and are not read again', async () => {
  const { found, read } = finder((n) => partOf([hit(`in-${n}`, 1)]))
  const first = await found.search(QUERY)
  await withClock(async () => assert.deepEqual(await found.search(QUERY), first))
  assert.equal(read.length, 4)
})

test('at hand is what the likeliest part and others found before; nothing is read for it', async () => {
  const { found, read } = finder((n) => partOf([hit(`in-${n}`, n + 1)]))
  const atHand = { atHand: true }
  assert.deepEqual(await found.search(QUERY, atHand), [])
  const [best, , third] = found.choose(QUERY)
  await found.shelf.get(third)
  assert.deepEqual(await found.search(QUERY, atHand), [], 'without the likeliest it would mislead')
  await found.shelf.get(best)
  assert.deepEqual(new Set((await found.search(QUERY, atHand)).map(({ id }) => id)), new Set([`in-${best}`, `in-${third}`]))
  assert.deepEqual(read, [third, best])
})

for (const which of [0, 1, 2, 3]) {
  test(`without part ${which} of four the others answer, and that it is lost is told; it alone is read again`, async () => {
    let broken = true
    const { found, read } = finder((n) => {
      if (broken && n === found.choose(QUERY)[which]) throw new Error('lost')
      return partOf([hit(`in-${n}`, 1)])
    })
    const came = found.choose(QUERY).filter((_, at) => at !== which).map((n) => `in-${n}`)
    /** @type {unknown[]} */
    const told = []
    const lost = (/** @type {unknown} */ error) => void told.push(/** @type {Error} */ (error).message)
    const hits = await found.search(QUERY, { lost })
    assert.deepEqual(hits.map(({ id }) => id), came, 'in their order')
    assert.deepEqual(hits.map(({ confidence }) => confidence), came.map(() => (which ? 'likely' : 'maybe')))
    assert.deepEqual(told, ['lost'])
    assert.equal((await found.search(QUERY)).length, 3, 'nobody need hear of it')
    broken = false
    assert.equal((await found.search(QUERY, { lost })).length, 4)
    assert.deepEqual(told, ['lost'], 'not of the whole')
    assert.deepEqual(read.slice(4), [read[which], read[which]])
  })
}

test('a question fails when none of its parts came', async () => {
  let broken = true
  const { found, read } = finder((n) => {
    if (broken) throw new Error(`lost ${n}`)
    return partOf([hit(`in-${n}`, 1)])
  })
  const lost = () => assert.fail('it fails, and that is enough')
  await assert.rejects(found.search(QUERY, { lost }), { message: `lost ${found.choose(QUERY)[0]}` })
  assert.equal(read.length, 4)
  broken = false
  assert.equal((await found.search(QUERY, { lost })).length, 4)
})

test('an entry of a part that was read is known, of another not', async () => {
  const { found } = finder((n) => partOf([hit(`in-${n}`, 1)]))
  await found.shelf.get(7)
  assert.equal(found.document('in-7')?.id, 'in-7')
  assert.equal(found.document('in-8'), undefined)
})

test('the parts used last are kept', async () => {
  /** @type {number[]} */
  const read = []
  const shelf = new Shelf(async (number) => {
    read.push(number)
    return partOf([])
  })
  for (let number = 0; number < 12; number++) await shelf.get(number)
  await shelf.get(0)
  await shelf.get(12)
  assert.equal(shelf.parts.length, 12)
  await shelf.get(0)
  await shelf.get(1)
  assert.deepEqual(read.slice(12), [12, 1])
})

test('meaning is joined to a part when it is asked, from one table', async () => {
  const own = openBytes(frozenIndex(), typing)
  const part = openBytes(frozenIndex(), typing)
  const found = new Parted(own, OWN_PARTS, CHATTER, async () => part)
  const words = await found.search(QUERY)
  assert.deepEqual(words, part.search(QUERY))
  const table = readFileSync(new URL('../../../dianzhi/text/tables/meaning.bin', import.meta.url))
  own.opened.meaning = openMeaning(table, own.opened)
  const both = await found.search(QUERY)
  assert.equal(part.opened.meaning?.table, own.opened.meaning.table)
  assert.notDeepEqual(both, words)
  assert.deepEqual(both, own.search(QUERY))
})

const BASE = 'https://shop.example/faq/'
/** @type {(path: string, bytes: Uint8Array) => object} */
const file = (path, bytes) => ({ path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
const TWO_PARTS = IDS.map((_, at) => at % 2)

/** A shop whose every part is the frozen index, but for the changes. @param {Record<string, unknown>} [changes] */
function shop(changes = {}, partOf = TWO_PARTS) {
  const { core, more } = frozenFiles(partOf)
  const parts = { base: 'v/aa/parts/', count: 2, entries: 32 }
  const manifest = {
    format: 1,
    index: { ...file('v/aa/index.bin', core), format: 2, more: file('v/aa/more.bin', more), parts },
    answers: { base: 'v/bb/answers/', shards: 3 },
  }
  const whole = frozenIndex()
  /** @type {Record<string, unknown>} */
  const files = { 'v/aa/index.bin': core, 'v/aa/more.bin': more, 'v/aa/parts/0.bin': whole, 'v/aa/parts/1.bin': whole, ...changes }
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
  return { files, asked, open: () => openIndex({ base: BASE, fetch, manifest }) }
}

test('a shop in parts lists the head, waits for its rest, and reads what a question needs', async () => {
  const { asked, open } = shop()
  const index = await open()
  assert.deepEqual(index.documents().map(({ id }) => id), IDS)
  assert.equal((await index.search('fapiao'))[0].id, 'invoice-how')
  const own = IDS.indexOf('invoice-how') % 2
  assert.deepEqual(asked, ['v/aa/index.bin', 'v/aa/more.bin', `v/aa/parts/${own}.bin`, `v/aa/parts/${1 - own}.bin`])
  assert.deepEqual(await index.search(QUERY), openBytes(frozenIndex(), typing).search(QUERY))
  assert.equal(asked.length, 4)
})

test('an answer is read from the shard that is said, known entry or not', async () => {
  const { asked, open } = shop({ 'v/bb/answers/2.json': { 'far-away': { question: '远处的' } }, 'v/bb/answers/1.json': null })
  const index = await open()
  assert.deepEqual(await index.answer('far-away', 2), { question: '远处的' })
  assert.equal(await index.answer('constructor', 2), null)
  assert.equal(await index.answer('far-away'), null)
  assert.equal(asked.filter((path) => path.includes('answers')).length, 1)
  assert.equal(await index.answer('far-away', 1), null, 'a file of another shape')
})

const whole = frozenIndex()
const changed = whole.map((byte, at) => (at === 99 ? byte ^ 1 : byte))
/** @type {[string, unknown, string][]} */
const spoiled = [
  ['did not come', undefined, 'LoadError'],
  ['is cut short', whole.slice(0, 900), 'IndexFormatError'],
  ['is damaged', changed, 'IndexFormatError'],
  ['is of another format', frozenIndex('index-v1.bin'), 'IndexFormatError'],
  ['is a page of words', { error: 'not found' }, 'IndexFormatError'],
]

for (const [why, bytes, name] of spoiled) {
  test(`a part that ${why} is refused by name, and may come later`, async () => {
    const { files, open } = shop({ 'v/aa/parts/1.bin': bytes })
    const index = await open()
    /** @type {string[]} */
    const told = []
    const lost = (/** @type {unknown} */ error) => void told.push(/** @type {Error} */ (error).name)
    assert.equal((await index.search(QUERY, { lost }))[0].id, FIRST, 'of the other part')
    assert.deepEqual(told, [name])
    files['v/aa/parts/0.bin'] = bytes
    await assert.rejects((await open()).search(QUERY), { name })
    assert.equal(await index.ready, true)
    assert.equal(index.documents().length, 16)
    files['v/aa/parts/1.bin'] = whole
    assert.equal((await index.search(QUERY, { lost }))[0].id, FIRST)
    assert.equal(told.length, 1)
  })
}

test('a part that lacks the entry which stands for it is a part of another index', async () => {
  const { open } = shop({ 'v/aa/parts/1.bin': without(frozenFiles().core) })
  /** @type {unknown[]} */
  const told = []
  await (await open()).search(QUERY, { lost: (error) => void told.push(error) })
  assert.match(String(told), /entries of part 1/)
})

/** The frozen core as a whole index, its first entry under another id of the same length.
 * @param {Uint8Array} core */
function without(core) {
  const text = Buffer.from(core).toString('latin1').replaceAll(IDS[1], IDS[1].replace(/./, 'z'))
  const bytes = new Uint8Array(Buffer.from(text, 'latin1'))
  new DataView(bytes.buffer).setUint32(12, crc32(bytes.subarray(16)), true)
  return bytes
}

/** @type {[string, number[]][]} */
const unknown = [
  ['of parts that are not there', IDS.map(() => 2)],
  ['too few', TWO_PARTS.slice(1)],
  ['too many', [...TWO_PARTS, 0]],
]

for (const [why, partOf] of unknown) {
  test(`a head whose numbers are ${why} finds nothing, and says so`, async () => {
    const index = await shop({}, partOf).open()
    assert.equal(await index.ready, false)
    await assert.rejects(index.search(QUERY), { name: 'IndexFormatError' })
    assert.equal(index.documents().length, 16)
  })
}

test('a head without its rest finds nothing, and says so', async () => {
  const index = await shop({ 'v/aa/more.bin': undefined }).open()
  await assert.rejects(index.search(QUERY), { name: 'LoadError' })
  assert.equal(await index.ready, false)
})
