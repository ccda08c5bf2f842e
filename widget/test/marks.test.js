import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { markedPieces } from '../src/panel/marks.js'

const drawn = (text, matches) =>
  markedPieces(text, matches, 'question').map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join('')

const CASES = [
  ['nothing matched', [], '多久发货'],
  ['one stretch', [['question', 2, 4]], '多久[发货]'],
  ['overlapping stretches join', [['question', 0, 3], ['question', 1, 4]], '[多久发货]'],
  ['neighbours join', [['question', 2, 3], ['question', 3, 4]], '多久[发货]'],
  ['another field is not ours', [['similar', 0, 2]], '多久发货'],
  ['beyond the end is cut off', [['question', 3, 9]], '多久发[货]'],
]
for (const [why, matches, expected] of CASES) {
  test(`marks: ${why}`, () => assert.equal(drawn('多久发货', matches), expected))
}

test('the pieces always join to the text', () => {
  const match = fc.tuple(fc.constantFrom('question', 'other'), fc.nat(20), fc.nat(20))
  fc.assert(fc.property(fc.string(), fc.array(match), (text, matches) =>
    markedPieces(text, matches, 'question').map((piece) => piece.text).join('') === text))
})
