/**
 * The Node half of ./candidate: opens an index with the shipped bundle and answers queries.
 * `node answer.mjs '{"index": FILE, "build_ms": N, "text_included": BOOL}'`; FILE is removed.
 */

import { readFileSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const BUNDLE = new URL('../../widget/dist/search.js', import.meta.url)
const TYPING = new URL('typing.js', BUNDLE)
const LIMIT = 10

/** @param {Uint8Array} bytes */
const size = (bytes) => ({
  raw: bytes.length,
  gz: gzipSync(bytes, { level: 9 }).length,
  br: brotliCompressSync(bytes).length,
})

/** @param {unknown} message */
const say = (message) => process.stdout.write(JSON.stringify(message) + '\n')

const { index: file, build_ms, text_included } = JSON.parse(process.argv[2])
const index = readFileSync(file)
rmSync(file)
const { openBytes } = await import(BUNDLE.href)
const typing = await import(TYPING.href)
const opening = performance.now()
const engine = openBytes(index, typing)
const load_ms = performance.now() - opening
const code = Buffer.concat([BUNDLE, TYPING].map((url) => readFileSync(url)))
const bytes = { engine: size(code), index: size(index), text_included }
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
