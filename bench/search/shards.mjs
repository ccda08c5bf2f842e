/**
 * The Node half of shards.py: `node shards.mjs FOLDER QUESTIONS SIZE:BYTES …`, of each size of shard
 * (in entries) the bytes of one.
 *
 * Ranks by characters and pairs with the weights, the lengths and the best wording of the shipped
 * ranking. A router knows of every shard its most telling terms and picks the shards that are asked;
 * term shards are counted, not ranked: they lose nothing, and the question is only what they cost.
 */

import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { brotliCompressSync } from 'node:zlib'
import { LENGTH_BASE, LENGTH_SLOPE, LENGTH_TOP, MEAN_UNIT, WEIGHTS } from '../../widget/src/search/constants.js'
import { log2 } from '../../widget/src/search/postings.js'

const [folder, count, ...sizes] = process.argv.slice(2)
const QUESTIONS = Number(count)
const SHARDS = sizes.map((size) => size.split(':').map(Number))
const TOP = 3
/** Terms that a router knows of every entry, in the mean. */
const KNOWN = [0.5, 2]
const ASKED = [3, 5]
/** Lists of terms: how many of a question are read, how many shards then; entries that a listed term is in at most, as a share. */
const LISTS = [3]
const AFTER = [2, 3]
const COMMON = [0.02, 0.05]
/** Bytes of a file of lists, and of the table that says how rare terms are: a nibble each by hash. */
const LIST_FILE = 12_000
const TABLE = 32_000

/** Terms of a text: characters and pairs of them, each once. @param {string} text */
function* termsOf(text) {
  const seen = new Set()
  for (const chunk of text.toLowerCase().match(/[\u3400-\u9fff]+|[a-z]+|[0-9]+/g) ?? []) {
    const parts = chunk < '\u3400' ? [chunk] : [...chunk].flatMap((c, i, all) => (i ? [all[i - 1] + c, c] : [c]))
    for (const part of parts) if (!seen.has(part) && seen.add(part)) yield part
  }
}
/** @param {string} term */
const weightOf = (term) => (term < '\u3400' ? WEIGHTS.a : WEIGHTS[term.length === 1 ? 'char' : 'pair'])

const numberOf = new Map()
const names = []
const held = []
const ends = []
const owner = []
const lengths = []
const questions = []
/** Of each entry the number of its product, -1 for none. */
const productOf = []
let entries = 0
for await (const line of createInterface({ input: createReadStream(resolve(folder, 'corpus.jsonl')) })) {
  const [wordings, asked, product] = JSON.parse(line)
  for (const text of new Set(wordings)) {
    for (const term of termsOf(text)) {
      let number = numberOf.get(term)
      if (number === undefined) {
        numberOf.set(term, (number = names.length))
        names.push(term)
      }
      held.push(number)
    }
    ends.push(held.length)
    owner.push(entries)
    lengths.push(text.replace(/[^\u3400-\u9fff]/g, '').length)
  }
  questions.push(asked)
  productOf.push(product)
  entries++
}
const rows = ends.length
const mean = Math.floor((lengths.reduce((a, b) => a + b, 0) * MEAN_UNIT) / rows)
const starts = new Uint32Array(names.length + 1)
for (const term of held) starts[term + 1]++
for (let t = 0; t < names.length; t++) starts[t + 1] += starts[t]
const texts = new Uint32Array(held.length)
const next = starts.slice()
for (let row = 0, at = 0; row < rows; row++) while (at < ends[row]) texts[next[held[at++]]++] = row
/** @param {number} n @param {number} N @param {string} term */
const worthOf = (n, N, term) => weightOf(term) * (log2(2 * N + 2) - log2(2 * n + 1))
/** @param {number} sum @param {number} row */
const levelled = (sum, row) => (sum * LENGTH_TOP * mean) / (LENGTH_BASE * mean + LENGTH_SLOPE * lengths[row])

const scores = new Float64Array(entries)
const sums = new Float64Array(rows)
/** Scores of all entries by the whole corpus. @param {number[]} terms */
function rankAll(terms) {
  scores.fill(0)
  sums.fill(0)
  for (const t of terms) {
    const worth = worthOf(starts[t + 1] - starts[t], rows, names[t])
    for (let at = starts[t]; at < starts[t + 1]; at++) sums[texts[at]] += worth
  }
  for (let row = 0; row < rows; row++) {
    if (sums[row]) scores[owner[row]] = Math.max(scores[owner[row]], levelled(sums[row], row))
  }
}
/** Places an entry among those of the shards asked, by scores that are there. @param {number} wanted @param {(entry: number) => boolean} asked */
function found(wanted, asked) {
  if (!scores[wanted] || !asked(wanted)) return false
  let better = 0
  for (let entry = 0; entry < entries && better < TOP; entry++) {
    const before = scores[entry] > scores[wanted] || (scores[entry] === scores[wanted] && entry < wanted)
    if (before && asked(entry)) better++
  }
  return better < TOP
}

/** Terms of each entry, each once. */
const entryTerms = []
for (let row = 0, at = 0, own = new Set(); row < rows; row++) {
  while (at < ends[row]) own.add(held[at++])
  if (row + 1 === rows || owner[row + 1] !== owner[row]) {
    entryTerms.push(Uint32Array.from(own))
    own = new Set()
  }
}
/**
 * The terms that tell most about each shard. @param {Int32Array} shardOf @param {number} most
 * @returns {[number, number][][]} Term and weight.
 */
function telling(shardOf, most) {
  const counts = Array.from({ length: shardOf[entries - 1] + 1 }, () => new Map())
  for (let entry = 0; entry < entries; entry++) {
    for (const t of entryTerms[entry]) counts[shardOf[entry]].set(t, (counts[shardOf[entry]].get(t) ?? 0) + 1)
  }
  const shards = new Uint32Array(names.length)
  for (const shard of counts) for (const t of shard.keys()) shards[t]++
  return counts.map((shard) => [...shard]
    .map(([t, n]) => /** @type {[number, number]} */ ([t, Math.log2(1 + n) * Math.log2(1 + counts.length / shards[t])]))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most))
}

/** The router as bytes: its terms, then of each the shards as steps and weights of four bits. @param {[number, number][][]} router */
function bytesOf(router) {
  const lists = new Map()
  router.forEach((terms, shard) => terms.forEach(([t, w]) => (lists.get(t) ?? lists.set(t, []).get(t)).push([shard, w])))
  const most = router.flat().reduce((max, [, w]) => Math.max(max, w), 0)
  const out = [[...lists.keys()].map((t) => names[t]).join('\n')].map((s) => Buffer.from(s))
  const body = []
  for (const list of lists.values()) {
    body.push(list.length & 127, list.length >> 7)
    let last = 0
    for (const [shard, w] of list) {
      body.push((shard - last) & 255, ((shard - last) >> 8) * 16 + Math.max(1, Math.round((w / most) * 15)))
      last = shard
    }
  }
  return brotliCompressSync(Buffer.concat([...out, Buffer.from(body)])).length
}

const step = Math.max(1, Math.floor(entries / QUESTIONS))
const asked = questions.map((text, entry) => ({ text, entry })).filter(({ entry }) => entry % step === Math.floor(step / 2))
const known = asked.map(({ text }) => [...termsOf(text)].flatMap((term) => numberOf.get(term) ?? []))

/** @type {{ size: number, known: number, bytes: number, one: number, shardOf: Int32Array, router: [number, number][][], most: number, hits: number, picked: number }[]} */
const designs = []
for (const [size, one] of SHARDS) {
  const shardOf = Int32Array.from({ length: entries }, (_, entry) => Math.floor(entry / size))
  for (const known of KNOWN) {
    const router = telling(shardOf, Math.round(size * known))
    const bytes = bytesOf(router)
    for (const most of ASKED) designs.push({ size, known, bytes, one, shardOf, router, most, hits: 0, picked: 0 })
  }
}
const index = new Map()
for (const { router } of designs) {
  if (index.has(router)) continue
  const byTerm = new Map()
  router.forEach((terms, shard) => terms.forEach(([t, w]) => (byTerm.get(t) ?? byTerm.set(t, []).get(t)).push([shard, w])))
  index.set(router, byTerm)
}
/** @param {[number, number][][]} router @param {number[]} terms @param {number} most */
function pick(router, terms, most) {
  const near = new Map()
  for (const t of terms) for (const [shard, w] of index.get(router).get(t) ?? []) near.set(shard, (near.get(shard) ?? 0) + w)
  return new Set([...near].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most).map(([shard]) => shard))
}

/** @type {{ size: number, one: number, common: number, lists: number, after: number, hits: number, picked: number }[]} */
const listed = SHARDS.flatMap(([size, one]) => COMMON.flatMap((common) => LISTS.flatMap((lists) =>
  AFTER.map((after) => ({ size, one, common, lists, after, hits: 0, picked: 0 })))))
const spread = new Uint32Array(names.length)
for (const own of entryTerms) for (const t of own) spread[t]++
/** Entries that hold a term, ascending. @param {number} t */
const entriesOf = (t) => new Set([...texts.subarray(starts[t], starts[t + 1])].map((row) => owner[row]))
/**
 * The shards of the entries that the rarest listed terms of a question point to.
 * @param {number[]} terms @param {{ size: number, common: number, lists: number, after: number }} design
 */
function pointedTo(terms, { size, common, lists, after }) {
  const rare = terms.filter((t) => spread[t] <= common * entries).sort((a, b) => spread[a] - spread[b]).slice(0, lists)
  const near = new Map()
  for (const t of rare) for (const entry of entriesOf(t)) near.set(entry, (near.get(entry) ?? 0) + worthOf(spread[t], entries, names[t]))
  const shards = new Set()
  for (const [entry] of [...near].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    if (shards.size < after) shards.add(Math.floor(entry / size))
  }
  return shards
}

/**
 * Scores of the entries of one product, as an index of nothing else would give them.
 * @param {number[]} terms @param {number} product
 */
function rankProduct(terms, product) {
  scores.fill(0)
  sums.fill(0)
  const own = terms.map((t) => texts.subarray(starts[t], starts[t + 1]).filter((row) => productOf[owner[row]] === product))
  own.forEach((held, i) => {
    const worth = worthOf(held.length, wordingsOf.get(product), names[terms[i]])
    for (const row of held) sums[row] += worth
  })
  for (const row of new Set(own.flatMap((held) => [...held]))) {
    scores[owner[row]] = Math.max(scores[owner[row]], levelled(sums[row], row))
  }
}
const wordingsOf = new Map()
for (const entry of owner) wordingsOf.set(productOf[entry], (wordingsOf.get(productOf[entry]) ?? 0) + 1)

/** Both: shards that the router names, then shards that two lists point to. */
const both = designs.filter(({ most }) => most === ASKED[0]).flatMap((design) =>
  [[2, 1], [1, 2]].map(([most, after]) => ({ ...design, most, after, lists: 2, common: 0.02, hits: 0, picked: 0 })))

const told = { questions: 0, among: 0, alone: 0 }
let whole = 0
let termBytes = 0
let termFiles = 0
asked.forEach(({ entry }, i) => {
  rankAll(known[i])
  whole += found(entry, () => true) ? 1 : 0
  for (const t of known[i]) termBytes += (starts[t + 1] - starts[t]) * 1.2
  termFiles += known[i].length
  for (const design of both) {
    const shards = pick(design.router, known[i], design.most)
    const more = [...pointedTo(known[i], { ...design, after: design.most + design.after })].filter((one) => !shards.has(one))
    for (const one of more.slice(0, design.after)) shards.add(one)
    design.picked += shards.has(design.shardOf[entry]) ? 1 : 0
    design.hits += found(entry, (one) => shards.has(design.shardOf[one])) ? 1 : 0
  }
  const product = productOf[entry]
  if (product >= 0) {
    told.questions++
    told.among += found(entry, (one) => productOf[one] === product) ? 1 : 0
  }
  for (const design of listed) {
    const shards = pointedTo(known[i], design)
    design.picked += shards.has(Math.floor(entry / design.size)) ? 1 : 0
    design.hits += found(entry, (one) => shards.has(Math.floor(one / design.size))) ? 1 : 0
  }
  for (const design of designs) {
    const shards = pick(design.router, known[i], design.most)
    design.picked += shards.has(design.shardOf[entry]) ? 1 : 0
    design.hits += found(entry, (one) => shards.has(design.shardOf[one])) ? 1 : 0
  }
  if (product < 0) return
  rankProduct(known[i], product)
  told.alone += found(entry, (one) => productOf[one] === product) ? 1 : 0
})
const n = asked.length
const kB = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(0)
const memory = (process.memoryUsage().rss / 1e6).toFixed(0)
console.log(`\n${entries} entries, ${rows} wordings, ${n} questions; memory of this measurement ${memory} MB\n`)
console.log('| entries a shard | terms an entry | requests | router kB | all kB | its shard asked | hit@3 | loss |')
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
const [[size, one]] = SHARDS
console.log(`| all | | 1 | | ${kB((one * entries) / size)} | | ${(whole / n).toFixed(3)} | |`)
console.log(`| term lists | | ${(termFiles / n).toFixed(0)} | | ${kB(termBytes / n)} | | ${(whole / n).toFixed(3)} | 0 |`)
for (const { size, known, most, bytes, one, hits, picked } of designs) {
  const cells = [size, known, 1 + most, kB(bytes), kB(bytes + most * one), (picked / n).toFixed(3), (hits / n).toFixed(3), ((whole - hits) / n).toFixed(3)]
  console.log(`| ${cells.join(' | ')} |`)
}
console.log('\n| entries a shard | listed up to % | lists | requests | kB | its shard asked | hit@3 | loss |')
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
for (const { size, one, common, lists, after, hits, picked } of listed) {
  const bytes = TABLE + lists * LIST_FILE + after * one
  const cells = [size, common * 100, lists, 1 + lists + after, kB(bytes), (picked / n).toFixed(3), (hits / n).toFixed(3), ((whole - hits) / n).toFixed(3)]
  console.log(`| ${cells.join(' | ')} |`)
}
for (const common of COMMON) {
  let held = 0
  for (let t = 0; t < names.length; t++) if (spread[t] <= common * entries) held += spread[t]
  console.log(`lists up to ${common * 100} %: ${(held / 1e6).toFixed(1)} million entries of ${names.length} terms`)
}
console.log('\n| entries a shard | terms an entry | shards by router + lists | requests | kB | its shard asked | hit@3 | loss |')
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
for (const { size, one, known, most, after, lists, bytes, hits, picked } of both) {
  const all = bytes + TABLE + lists * LIST_FILE + (most + after) * one
  const cells = [size, known, `${most} + ${after}`, 1 + lists + most + after, kB(all), (picked / n).toFixed(3), (hits / n).toFixed(3), ((whole - hits) / n).toFixed(3)]
  console.log(`| ${cells.join(' | ')} |`)
}
const share = (/** @type {number} */ hits) => (hits / told.questions).toFixed(3)
console.log(`\nThe page names the product (${told.questions} questions): hit@3 ${share(told.among)} by the statistics of all`)
console.log(`entries, ${share(told.alone)} by those of the product's own shard.`)
