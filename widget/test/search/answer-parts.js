/**
 * Answers the queries of tests/contract/test_parts.py: JSON lines on stdin, first
 * `{head: [core, more], parts, meaning}` in base64, then `{query, options}`; on stdout a line of hits
 * for each query.
 */

import { readFileSync } from 'node:fs'
import { openBytes } from '../../src/search/index.js'
import { openMeaning } from '../../src/search/meaning.js'
import { openParts } from '../../src/search/parts.js'
import * as typing from '../../src/search/typing.js'

const [first, ...lines] = readFileSync(0, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
/** @param {string} text */
const bytes = (text) => new Uint8Array(Buffer.from(text, 'base64'))
const [core, more] = first.head.map(bytes)
const engine = openBytes(core)
engine.join(more, typing)
if (first.meaning) engine.opened.meaning = openMeaning(bytes(first.meaning), engine.opened)
const found = openParts({
  engine, bytes: more, typing, openBytes, root: 'https://shop.example/', parts: { base: '', count: first.parts.length, entries: 0 },
  fetch: async (url) => new Response(bytes(first.parts[Number.parseInt(url.split('/').pop() ?? '', 10)])),
})
// At hand, lest every question pauses.
for (let number = 0; number < first.parts.length; number++) await found.shelf.get(number)
for (const { query, options } of lines) {
  const hits = await found.search(query, options)
  console.log(JSON.stringify(hits.map((h) => [h.id, h.question, h.score, h.confidence, h.matches, h.reading])))
}
