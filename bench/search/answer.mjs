/**
 * The Node half of ./candidate: opens an index with the shipped bundle and answers queries.
 * `node answer.mjs '{"index": FILE, "table": FILE, "build_ms": N, "text_included": BOOL}'`; the index is
 * removed; without a table, words answer alone.
 */

import { readFileSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const BUNDLE = new URL('../../widget/dist/search.js', import.meta.url)
const TYPING = new URL('typing.js', BUNDLE)
const MEANING = new URL('meaning.js', BUNDLE)
const LIMIT = 10

/** @param {Uint8Array[]} files Each is packed alone, as a server does. */
const size = (files) => ({
  raw: total(files.map((bytes) => bytes.length)),
  gz: total(files.map((bytes) => gzipSync(bytes, { level: 9 }).length)),
  br: total(files.map((bytes) => brotliCompressSync(bytes).length)),
})

/** @param {number[]} sizes */
const total = (sizes) => sizes.reduce((sum, one) => sum + one, 0)

/** @param {unknown} message */
const say = (message) => process.stdout.write(JSON.stringify(message) + '\n')

const { index: file, table: tableFile, build_ms, text_included } = JSON.parse(process.argv[2])
const index = readFileSync(file)
const tables = tableFile ? [readFileSync(tableFile)] : []
rmSync(file)
const { openBytes } = await import(BUNDLE.href)
const typing = await import(TYPING.href)
const { openMeaning } = await import(MEANING.href)
const opening = performance.now()
const engine = openBytes(index, typing)
for (const table of tables) engine.opened.meaning = openMeaning(table, engine.opened)
const load_ms = performance.now() - opening
const code = [BUNDLE, TYPING, ...(tableFile ? [MEANING] : [])].map((url) => readFileSync(url))
const bytes = { engine: size(code), index: size([index, ...tables]), text_included }
say({ ready: true, build_ms, load_ms, bytes })

for await (const line of createInterface({ input: process.stdin })) {
  const { q, k = LIMIT, quit } = JSON.parse(line)
  if (quit) break
  const asked = performance.now()
  const hits = engine.search(q, { limit: k })
  const ms = performance.now() - asked
  say({ ids: hits.map((/** @type {{ id: string }} */ hit) => hit.id), ms })
}
process.exit(0)
