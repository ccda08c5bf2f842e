/**
 * Answers the queries of tests/contract/test_meaning.py: JSON lines on stdin, first the index and
 * the table as base64, then queries; on stdout a line of [nearness of each entry, hits] for each.
 */

import { readFileSync } from 'node:fs'
import { openMeaning } from '../../src/search/meaning.js'
import { openBytes } from '../../src/search/index.js'
import * as typing from '../../src/search/typing.js'
import { Question } from '../../src/search/question.js'

const [first, ...lines] = readFileSync(0, 'utf8').split('\n').filter(Boolean)
if (first) {
  const [index, table] = JSON.parse(first).map((file) => Buffer.from(file, 'base64'))
  const engine = openBytes(index, typing)
  const meaning = openMeaning(table, engine.opened)
  engine.opened.meaning = meaning
  const answers = lines.map((line) => {
    const query = JSON.parse(line)
    const near = [...meaning.nearness(new Question(engine.opened, query).terms)]
    const hits = engine.search(query).map((hit) => [hit.id, hit.score, hit.confidence])
    return JSON.stringify([near, hits])
  })
  console.log(answers.join('\n'))
}
