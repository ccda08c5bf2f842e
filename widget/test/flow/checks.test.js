import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { check } from '../../src/parts/flow/checks.js'

const TODAY = '2026-03-01'
const NUMBER = '6920123456789012345'

const FITS = [
  ['order-number', 'as copied', NUMBER, NUMBER],
  ['order-number', 'full width, in groups', '６９２０ １２３４ ５６７８ ９０１２ ３４５', NUMBER],
  ['order-number', 'with its label and a stop', `订单编号：${NUMBER}。`, NUMBER],
  ['order-number', 'with an unseen character of a paste', `\u200b${NUMBER}\u202f`, NUMBER],
  ['order-number', 'a date, a hyphen and a number', '260301–123456789012345', '260301-123456789012345'],
  ['tracking-number', 'letters before digits', ' sf 1234567890123', 'sf1234567890123'],
  ['tracking-number', 'the courier in words', '顺丰SF1234567890123', 'SF1234567890123'],
  ['batch-number', 'as printed', 'YG26-C0825-B', 'YG26-C0825-B'],
  ['batch-number', 'short', 'N-88', 'N-88'],
  ['date', 'as expected', '2026-03-01', '2026-03-01'],
  ['date', 'in Chinese', '2026 年 3 月 1 日', '2026-03-01'],
  ['date', 'spoken', '2026年3月1号', '2026-03-01'],
  ['date', 'points, full width', '２０２６．３．１', '2026-03-01'],
  ['date', 'eight digits', '20260301', '2026-03-01'],
  ['date', 'two digits of a year', '26/3/1', '2026-03-01'],
  ['date', 'six digits', '260301', '2026-03-01'],
  ['date', 'a month is what some packages print', '2029/3', '2029-03'],
  ['date', 'a month in Chinese', '2029年03月', '2029-03'],
  ['date', 'a leap day', '2028-02-29', '2028-02-29'],
  ['date', 'today by name', '今天', '2026-03-01'],
  ['date', 'yesterday, over the end of a month', '昨天', '2026-02-28'],
  ['date', 'the day before', '前天', '2026-02-27'],
  ['date', 'English', 'Yesterday', '2026-02-28'],
  ['email', 'full width and a Chinese stop', 'mei＠example。com', 'mei@example.com'],
  ['text', 'kept as written, marks and all', '  昨晚开始，  脸上红肿！ ', '昨晚开始， 脸上红肿！'],
  ['later-kind', 'a kind this popup does not know passes as text', '随便写', '随便写'],
]
for (const [kind, why, typed, value] of FITS) {
  test(`${kind} fits: ${why}`, () => assert.deepEqual(check(kind, typed, TODAY), { value, fits: true }))
}

const DOUBTED = [
  ['order-number', 'too short', '1234567', '1234567'],
  ['order-number', 'words', '不知道', '不知道'],
  ['order-number', 'nothing', '  ', ''],
  ['tracking-number', 'a name', 'shunfeng', 'shunfeng'],
  ['batch-number', 'without a digit', 'ABC', 'ABC'],
  ['batch-number', 'Chinese within', 'YG26批0825', 'YG26批0825'],
  ['date', 'a day that does not exist', '2026-02-29', '2026-02-29'],
  ['date', 'a month that does not exist', '20261301', '20261301'],
  ['date', 'no year', '3月1日', '3月1日'],
  ['date', 'a name every object has', 'constructor', 'constructor'],
  ['email', 'no domain', 'mei@', 'mei@'],
  ['email', 'a stop at the end', 'mei@example.', 'mei@example.'],
  ['text', 'marks only', '……', '……'],
]
for (const [kind, why, typed, value] of DOUBTED) {
  test(`${kind} is doubted: ${why}`, () => assert.deepEqual(check(kind, typed, TODAY), { value, fits: false }))
}

test('checking what was kept keeps it: the field shows it again after a step back', () => {
  const kinds = fc.constantFrom('order-number', 'tracking-number', 'batch-number', 'date', 'email', 'text')
  const typed = fc.oneof(fc.string(), fc.stringMatching(/^[\d年月日.\-/ ]{0,12}$/))
  fc.assert(fc.property(kinds, typed, (kind, text) => {
    const once = check(kind, text, TODAY)
    assert.deepEqual(check(kind, once.value, TODAY), once)
  }))
})
