import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Patience } from '../src/panel/patience.js'

const USEFUL = Symbol('有用')
/** What happened, what is being typed, whether a person is offered. */
const CASES = [
  ['nothing asked yet', [], '', false],
  ['three questions are not more than three', ['发货', '退款', '发票'], '', false],
  ['the fourth is', ['发货', '退款', '发票', '运费'], '', true],
  ['and counts while it is being typed', ['发货', '退款', '发票'], '运', true],
  ['a question typed in pauses is one', ['多', '多久', '多久发货', '退款', '发票'], '', false],
  ['one that is taken back letter by letter too', ['多久发货', '多久', '多', '退款'], '', false],
  ['the last question typed again is no new one', ['发货', '退款', '发票'], '发票', false],
  ['a useful answer starts anew', ['发货', '退款', '发票', '运费', USEFUL], '', false],
  ['three after a useful answer are not enough', ['发货', USEFUL, '退款', '发票', '运费'], '', false],
  ['four after it are', ['发货', USEFUL, '退款', '发票', '运费', '换货'], '', true],
  ['a question asked again later counts again', ['发货', '退款', '发货', '退款'], '', true],
]
for (const [why, happened, typed, out] of CASES) {
  test(`patience: ${why}`, () => {
    const patience = new Patience()
    for (const one of happened) one === USEFUL ? patience.helped() : patience.asked(one)
    assert.equal(patience.isOut(typed), out)
  })
}

test('questions are kept as they were left, the latest last, twenty at most', () => {
  const patience = new Patience()
  for (const query of ['多', '多久', '多久发货', '退款']) patience.asked(query)
  assert.deepEqual(patience.questions, ['多久发货', '退款'])
  for (let n = 10; n < 40; n++) patience.asked(`${n}`)
  assert.equal(patience.questions.length, 20)
  assert.equal(patience.questions.at(-1), '39')
})
