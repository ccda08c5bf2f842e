/**
 * The Node half of parts.py: `node parts.mjs FOLDER` asks the questions of `asked.json` of the index in
 * one file, of its parts, and of the parts that hold the wanted entry, whatever the head says of them;
 * prints the cells of each as JSON.
 */

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { openBytes } from '../../widget/src/search/index.js'
import { openMeaning } from '../../widget/src/search/meaning.js'
import { openParts } from '../../widget/src/search/parts.js'
import * as typing from '../../widget/src/search/typing.js'

const SHOWN = 3

const file = (/** @type {string} */ name) => readFileSync(resolve(process.argv[2], name))
const { questions, parts } = JSON.parse(file('asked.json').toString())
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
const places = { whole: [], parts: [], right: [] }
const place = (hits, wanted) => hits.findIndex(({ id }) => id === wanted)
const cost = []
let asked = 0
for (const [query, wanted] of questions) {
  places.whole.push(place(whole.search(query), wanted))
  const chosen = found.choose(query)
  const engines = new Map()
  for (const part of new Set([...chosen, ...home.get(wanted)])) engines.set(part, await found.shelf.get(part))
  const join = (numbers) => place(found.joined(numbers.map((part) => engines.get(part)), query, {}), wanted)
  places.parts.push(join(chosen))
  places.right.push(join(home.get(wanted)))
  asked += home.get(wanted).some((part) => chosen.includes(part)) ? 1 : 0
  cost.push(chosen.reduce((sum, part) => sum + bytes[`parts/${part}.bin`], bytes['index.bin'] + bytes['more.bin']))
}

const share = (/** @type {number} */ count) => (count / questions.length).toFixed(3)
const within = (/** @type {number[]} */ at, /** @type {number} */ below) => share(at.filter((one) => one >= 0 && one < below).length)
const hits = (/** @type {number[]} */ at) => [within(at, 1), within(at, SHOWN)]
const kB = (/** @type {number} */ count) => (count / 1000).toFixed(0)
const mean = cost.reduce((sum, one) => sum + one, 0) / cost.length
const requests = 2 + Math.max(...questions.map(([query]) => found.choose(query).length))
console.log(JSON.stringify({
  whole: ['2', kB(bytes['whole/index.bin'] + bytes['whole/more.bin']), ...hits(places.whole), ''],
  parts: [requests, `${kB(mean)} / ${kB(Math.max(...cost))}`, ...hits(places.parts), share(asked)],
  right: ['', '', ...hits(places.right), ''],
}))
