/** Bytes of the committed bundles as a server sends them: brotli, quality 11. */

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'

/** Every bundle a shopper may download; a later part of the panel may weigh 6 kB. */
const PART = 6_144
const OWN = { 'faq.js': 1_536, 'panel.js': 16_384, 'search.js': 8_192, 'pinned.js': 2_560, 'remote.js': 3_072 }
const others = readdirSync(new URL('../dist/', import.meta.url)).filter((name) => name.endsWith('.js') && !(name in OWN) && name !== 'kb.js')
/** @type {Record<string, number>} */
const BUDGETS = { ...OWN, ...Object.fromEntries(others.map((name) => [name, PART])) }
/** The only code that may store anything; it is fetched for `data-remember` alone. */
const STORING = 'remember.js'
/** Of the table and of the module that reads it. */
const MEANING = 55_000
const source = (name) => readFileSync(new URL(`../dist/${name}`, import.meta.url))

for (const [name, budget] of Object.entries(BUDGETS)) {
  test(`${name} is at most ${budget} bytes`, (t) => {
    const size = brotliCompressSync(source(name)).length
    t.diagnostic(`${name}: ${size} bytes`)
    assert.ok(size <= budget, `${name} is ${size} bytes`)
  })
}

for (const name of Object.keys(BUDGETS)) {
  test(`${name} uses nothing that a strict policy forbids, and names no host`, () => {
    const text = source(name).toString()
    assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacent|document\.write|DOMParser|\beval\(|new Function/)
    assert.doesNotMatch(text, /localStorage|indexedDB|document\.cookie/)
    assert.equal(text.includes('sessionStorage'), name === STORING)
    assert.doesNotMatch(text.replaceAll('http://www.w3.org/2000/svg', ''), /https?:\/\/\w/)
  })
}

test(`the table of meaning with its module is at most ${MEANING} bytes`, (t) => {
  const table = readFileSync(new URL('../../dianzhi/text/tables/meaning.bin', import.meta.url))
  const size = brotliCompressSync(table).length + brotliCompressSync(source('meaning.js')).length
  t.diagnostic(`meaning: ${size} bytes`)
  assert.ok(size <= MEANING, `meaning is ${size} bytes`)
})
