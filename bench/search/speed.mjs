/**
 * The Node half of speed.py: `node speed.mjs FOLDER HARNESS`. Every query goes to every engine in
 * turn, round after round; a query's time is the median of its rounds, so that a pause of the
 * machine meets all engines alike and counts for none.
 */

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const ROUNDS = 9
const LIMIT = 10

const [folder, harness] = process.argv.slice(2)
/** @param {string} name */
const read = (name) => readFileSync(resolve(folder, name))
const { openBytes } = await import(new URL('../../widget/dist/search.js', import.meta.url).href)
const { build } = await import(pathToFileURL(resolve(harness, 'js/minisearch.mjs')).href)
const corpus = JSON.parse(read('corpus.json').toString())
const queries = JSON.parse(read('queries.json').toString())
const typing = await import(new URL('../../widget/dist/typing.js', import.meta.url).href)
const { openMeaning } = await import(new URL('../../widget/dist/meaning.js', import.meta.url).href)
const table = readFileSync(new URL('../../dianzhi/text/tables/meaning.bin', import.meta.url))
const [words, ours] = [0, 1].map(() => openBytes(read('index.bin'), typing))
ours.opened.meaning = openMeaning(table, ours.opened)

/** @type {Record<string, (query: string, limit: number) => unknown>} */
const engines = {
  'MiniSearch, pairs': (await build(corpus, 'bigram')).search,
  'MiniSearch, Intl.Segmenter': (await build(corpus, 'intl')).search,
  'ours, words alone': (query, limit) => words.search(query, { limit }),
  ours: (query, limit) => ours.search(query, { limit }),
}

/** @param {number[]} values @param {number} share */
const quantile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]

/** Times of each query by engine; the first round only warms up. */
const times = Object.fromEntries(Object.keys(engines).map((name) => [name, queries.map(() => [])]))
for (let round = 0; round <= ROUNDS; round++) {
  queries.forEach((/** @type {string} */ query, /** @type {number} */ number) => {
    for (const [name, search] of Object.entries(engines)) {
      const started = performance.now()
      search(query, LIMIT)
      if (round) times[name][number].push(performance.now() - started)
    }
  })
}

const of = Object.fromEntries(
  Object.entries(times).map(([name, all]) => [name, all.map((/** @type {number[]} */ one) => quantile(one, 0.5))]),
)
const measure = quantile(of['MiniSearch, pairs'], 0.95)
for (const [name, medians] of Object.entries(of)) {
  const [middle, slow] = [quantile(medians, 0.5), quantile(medians, 0.95)]
  const cells = [corpus.length, name, middle.toFixed(2), slow.toFixed(2), (slow / measure).toFixed(2)]
  console.log(`| ${cells.join(' | ')} |`)
}
