/** The Node half of scale.py: `node --expose-gc scale.mjs FOLDER` prints the cells of opening and asking. */

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const ROUNDS = 4
const MEGA = 1e6

const folder = process.argv[2]
const dist = (/** @type {string} */ name) => import(new URL(`../../widget/dist/${name}`, import.meta.url).href)
const [{ openBytes }, typing, { openMeaning }] = await Promise.all(['search.js', 'typing.js', 'meaning.js'].map(dist))
const bytes = readFileSync(resolve(folder, 'index.bin'))
const table = readFileSync(new URL('../../dianzhi/text/tables/meaning.bin', import.meta.url))
const queries = readFileSync(resolve(folder, 'queries.txt'), 'utf8').split('\n')

const before = process.cpuUsage()
const engine = openBytes(bytes, typing)
const { user, system } = process.cpuUsage(before)
engine.opened.meaning = openMeaning(table, engine.opened)
globalThis.gc?.()
const { heapUsed, arrayBuffers } = process.memoryUsage()

/** Of each query the least of its rounds; the first only warms up. */
const least = queries.map(() => Infinity)
for (let round = 0; round <= ROUNDS; round++) {
  queries.forEach((query, number) => {
    const started = performance.now()
    engine.search(query)
    if (round) least[number] = Math.min(least[number], performance.now() - started)
  })
}
least.sort((a, b) => a - b)
const at = (/** @type {number} */ share) => least[Math.floor(share * least.length)].toFixed(2)
const cells = [(user + system) / 1000, heapUsed / MEGA, (arrayBuffers - bytes.length) / MEGA].map((value) => value.toFixed(0))
console.log(`${[...cells, at(0.5), at(0.95)].join(' | ')} |`)
