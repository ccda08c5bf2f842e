import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STRINGS, pick } from '../src/panel/strings.js'

const PICKS = [
  ['Chinese', { zh: '退货', en: 'Returns' }, 'zh', '退货', false],
  ['English where there is some', { zh: '退货', en: 'Returns' }, 'en', 'Returns', false],
  ['Chinese, marked, where there is none', { zh: '退货' }, 'en', '退货', true],
  ['a plain string is Chinese', '退货', 'en', '退货', true],
  ['a figure needs no mark', '30 ml', 'en', '30 ml', false],
]
for (const [why, text, lang, chosen, fallback] of PICKS) {
  test(`pick: ${why}`, () => assert.deepEqual(pick(text, lang), { text: chosen, fallback }))
}

test('both languages have the same strings, none empty', () => {
  const shape = (value) => (typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
    : typeof value)
  assert.deepEqual(shape(STRINGS.en), shape(STRINGS.zh))
  assert.doesNotMatch(JSON.stringify(STRINGS), /""/)
})
