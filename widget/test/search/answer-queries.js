/**
 * Answers the queries of tests/contract/test_search_parity.py: JSON lines on stdin, first
 * `{index: base64}`, then `{query, options}`; on stdout a line of hits for each query.
 */

import { readFileSync } from 'node:fs'
import { openBytes } from '../../src/search/index.js'
import * as typing from '../../src/search/typing.js'

const [first, ...lines] = readFileSync(0, 'utf8').split('\n').filter(Boolean)
if (first) {
  const engine = openBytes(Buffer.from(JSON.parse(first).index, 'base64'), typing)
  const answers = lines.map((line) => {
    const { query, options } = JSON.parse(line)
    const hits = engine.search(query, options)
    return JSON.stringify(hits.map((h) => [h.id, h.question, h.score, h.confidence, h.matches, h.reading]))
  })
  console.log(answers.join('\n'))
}
