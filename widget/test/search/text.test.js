/** JavaScript side of spec/vectors/search-text.json; tests/contract/test_search_text.py reads it too. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chunksOf } from '../../src/search/normalize.js'
import { Synonyms, termsOf } from '../../src/search/terms.js'
import { Vocabulary } from '../../src/search/vocabulary.js'
import { readVectors } from './vectors.js'

const vectors = readVectors('search-text.json')
const folds = new Map(Object.entries(vectors.folds))
const vocabulary = new Vocabulary(new Map(Object.entries(vectors.costs)), new Set(vectors.ignored))

for (const { why, text, phrases, terms } of vectors.cases) {
  test(`text: ${why}`, () => {
    const found = vocabulary.phrases(chunksOf(text, folds)).map(({ phrase }) => phrase)
    assert.deepEqual(found.map((phrase) => phrase.map((token) => token.text)), phrases)
    assert.deepEqual(termsOf(found, new Synonyms(vectors.synonyms)), terms)
  })
}

for (const { why, text, chunks } of vectors.spans) {
  test(`spans: ${why}`, () => {
    const found = chunksOf(text, folds).map(({ chars, spans }) => [chars.join(''), spans])
    assert.deepEqual(found, chunks)
  })
}
