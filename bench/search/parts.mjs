/**
 * The Node half of parts.py: `node parts.mjs FOLDER` asks the questions of `asked.json` of the index in
 * one file, of its parts, of the parts that hold the wanted entry, whatever the head says of them, and
 * of the parts as on a product's page; prints the cells of each as JSON.
 */

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { openBytes } from '../../widget/src/search/index.js'
import { openMeaning } from '../../widget/src/search/meaning.js'
import { openParts } from '../../widget/src/search/parts.js'
import * as typing from '../../widget/src/search/typing.js'

const SHOWN = 3

const file = (/** @type {string} */ name) => readFileSync(resolve(process.argv[2], name))
const { questions, on_page: onPage, parts } = JSON.parse(file('asked.json').toString())
const bytes = JSON.parse(file('packed.json').toString())

/** An index of two files with all that joins it. @param {string} name */
function opened(name) {
  const engine = openBytes(file(`${name}index.bin`))
  engine.join(file(`${name}more.bin`), typing)
  engine.opened.meaning = openMeaning(file('meaning.bin'), engine.opened)
  return engine
}

const whole = opened('whole/')
const head = opened('')
const more = file('more.bin')
const found = openParts({
  engine: head,
  bytes: more.buffer.slice(more.byteOffset, more.byteOffset + more.length),
  typing,
  openBytes,
  root: 'https://shop.example/',
  parts: { base: 'parts/', count: parts.length, entries: 0 },
  fetch: async (url) => new Response(file(new URL(url).pathname.slice(1))),
})
/** Of entries the parts that hold them. */
const home = new Map()
parts.forEach((ids, part) => ids.forEach((id) => (home.get(id) ?? home.set(id, []).get(id)).push(part)))

/** Places of the wanted entries, from 0; below 0 where they were not found. */
const places = { whole: [], parts: [], right: [], page: [] }
const place = (hits, wanted) => hits.findIndex(({ id }) => id === wanted)
const cost = []
const asked = { parts: 0, page: 0 }
const isAsked = (/** @type {number[]} */ chosen, /** @type {string} */ wanted) =>
  home.get(wanted).some((part) => chosen.includes(part)) ? 1 : 0
/** Where the wanted entry stands in what these parts find. */
async function inParts(numbers, query, wanted, options = {}) {
  const engines = []
  for (const part of numbers) engines.push(await found.shelf.get(part))
  return place(found.joined(engines, query, options), wanted)
}
for (const [query, wanted] of questions) {
  places.whole.push(place(whole.search(query), wanted))
  const chosen = found.choose(query)
  places.parts.push(await inParts(chosen, query, wanted))
  places.right.push(await inParts(home.get(wanted), query, wanted))
  asked.parts += isAsked(chosen, wanted)
  cost.push(chosen.reduce((sum, part) => sum + bytes[`parts/${part}.bin`], bytes['index.bin'] + bytes['more.bin']))
}
for (const [query, wanted, sku] of onPage) {
  const chosen = found.choose(query)
  places.page.push(await inParts(chosen, query, wanted, { sku }))
  asked.page += isAsked(chosen, wanted)
}

const share = (/** @type {number} */ count) => (count / questions.length).toFixed(3)
const within = (/** @type {number[]} */ at, /** @type {number} */ below) => share(at.filter((one) => one >= 0 && one < below).length)
const hits = (/** @type {number[]} */ at) => [within(at, 1), within(at, SHOWN)]
const kB = (/** @type {number} */ count) => (count / 1000).toFixed(0)
const mean = cost.reduce((sum, one) => sum + one, 0) / cost.length
const requests = 2 + Math.max(...questions.map(([query]) => found.choose(query).length))
console.log(JSON.stringify({
  whole: ['2', kB(bytes['whole/index.bin'] + bytes['whole/more.bin']), ...hits(places.whole), ''],
  parts: [String(requests), `${kB(mean)} / ${kB(Math.max(...cost))}`, ...hits(places.parts), share(asked.parts)],
  right: ['', '', ...hits(places.right), ''],
  page: ['', '', ...hits(places.page), share(asked.page)],
}))
