/** What shoppers type, paste and scan, and what it is taken to mean. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readTyped } from '../../src/parts/batch/typed.js'

const TODAY = '2026-11-22'
const GTIN = '02000000000015'
const read = (text) => Object.fromEntries(
  Object.entries(readTyped(text, TODAY)).filter(([, value]) => value !== undefined))
const numbers = (...all) => ({ numbers: all })
const produced = (day, ...all) => ({ numbers: all, produced: day })

const CASES = [
  ['a batch number', 'YG26C0312A', numbers('YG26C0312A')],
  ['in small letters with signs', ' yg26-c0312-a ', numbers('YG26C0312A')],
  ['full-width, as an input method writes it', 'ＹＧ２６Ｃ０３１２Ａ', numbers('YG26C0312A')],
  ['with its label', '批号：YG26C0312A', numbers('YG26C0312A')],
  ['with an English label', 'LOT: YG26C0312A', numbers('LOTYG26C0312A', 'YG26C0312A')],
  ['a batch number that begins with a date is no date', '2026-04-16-T', numbers('20260416T')],
  ['nor is one without signs', '20260210-N2', numbers('20260210N2')],
  ['hyphens', '2026-03-01', produced('2026-03-01', '20260301')],
  ['dots, no leading zeros', '2026.3.1', produced('2026-03-01', '202631')],
  ['slashes', '2026/03/01', produced('2026-03-01', '20260301')],
  ['eight digits: a date, or a batch number', '20260301', produced('2026-03-01', '20260301')],
  ['Chinese', '2026年3月1日', produced('2026-03-01', '202631')],
  ['Chinese with spaces', '2026 年 3 月 1 日', produced('2026-03-01', '202631')],
  ['six digits', '260301', produced('2026-03-01', '260301')],
  ['a short year with dots', '26.03.01', produced('2026-03-01', '260301')],
  ['full-width digits', '２０２６．０３．０１', produced('2026-03-01', '20260301')],
  ['with its label', '生产日期：2026-03-01', produced('2026-03-01', '20260301')],
  ['an English label', 'MFG 20260301', produced('2026-03-01', 'MFG20260301')],
  ['a last day', '限用日期 2029-03-12', { numbers: ['20290312'], expires: '2029-03-12' }],
  ['保质期至', '保质期至2029年3月12日', { numbers: ['2029312'], expires: '2029-03-12' }],
  ['EXP', 'EXP 2029/03/12', { numbers: ['EXP20290312'], expires: '2029-03-12' }],
  ['both, as printed', '生产日期20260312 限用日期20290312', { numbers: ['2026031220290312'], produced: '2026-03-12', expires: '2029-03-12' }],
  ['all that a package says', 'LOT YG26C0312A EXP 20290312', { numbers: ['LOTYG26C0312AEXP20290312', 'YG26C0312A'], expires: '2029-03-12' }],
  ['the same in Chinese, without spaces', '批号YG26C0312A生产日期2026-03-12', { numbers: ['YG26C0312A20260312', 'YG26C0312A'], produced: '2026-03-12' }],
  ['a date beside a number without a label says nothing', 'YG26C0312A 20290312', numbers('YG26C0312A20290312', 'YG26C0312A')],
  ['a day that does not exist', '2026-02-30', { numbers: ['20260230'], impossible: '2026-02-30' }],
  ['day first is not guessed', '01/03/2026', numbers('01032026')],
  ['the year 1926 is none', '1926-03-01', numbers('19260301')],
  ['a barcode', '2000000000015', { numbers: ['2000000000015'], gtin: GTIN }],
  ['eight digits that are a date are no barcode', '20260305', produced('2026-03-05', '20260305')],
  ['an element string', `(01)${GTIN}(17)290312(10)YG26C0312A`, { numbers: ['YG26C0312A'], lot: 'YG26C0312A', gtin: GTIN, expires: '2029-03-12' }],
  ['full-width brackets', `（01）${GTIN}（10）YG26C0312A`, { numbers: ['YG26C0312A'], lot: 'YG26C0312A', gtin: GTIN }],
  ['the picture of a separator', `10L12␝01${GTIN}`, { numbers: ['L12'], lot: 'L12', gtin: GTIN }],
  ['a Digital Link', `https://id.example/01/${GTIN}/10/L12?17=290312`, { numbers: ['L12'], lot: 'L12', gtin: GTIN, expires: '2029-03-12' }],
  ['a code without a lot', `(01)${GTIN}(11)260312`, { numbers: [], gtin: GTIN, produced: '2026-03-12' }],
  ['nothing', '', numbers()],
  ['one sign is no number', 'A', numbers()],
  ['Chinese alone', '没有批号', numbers()],
]
for (const [why, text, typed] of CASES) test(`typed: ${why}`, () => assert.deepEqual(read(text), typed))

const ANYTHING = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'0123456789', '(', ')', '\u001d', ']', 'd', '2', '年', '月', '-', '/', 'E', '%', ' ') }),
  fc.string().map((path) => `https://id.example/01/${GTIN}/10/${path}`),
)

test('reading never throws, and what it gives is what a look-up takes', () => {
  fc.assert(fc.property(ANYTHING, (text) => {
    const typed = readTyped(text, TODAY)
    for (const number of typed.numbers) assert.match(number, /^[0-9A-Z]{2,}$/)
    for (const day of [typed.produced, typed.expires]) if (day) assert.equal(new Date(day).toISOString().slice(0, 10), day)
    assert.match(typed.gtin ?? GTIN, /^\d{14}$/)
  }), { numRuns: 2_000 })
})

test('a number read once is read as itself', () => {
  fc.assert(fc.property(ANYTHING, (text) => {
    for (const number of readTyped(text, TODAY).numbers) {
      if (!/^01\d{14}/.test(number)) assert.equal(readTyped(number, TODAY).numbers[0], number)
    }
  }), { numRuns: 2_000 })
})

test('every way to write a day means that day', () => {
  const days = fc.integer({ min: 0, max: 18_000 }).map((n) => new Date(Date.UTC(2000, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))
  fc.assert(fc.property(days, (day) => {
    const [year, month, date] = day.split('-')
    const forms = [day, day.replaceAll('-', ''), `${year}.${Number(month)}.${Number(date)}`, `${year}/${month}/${date}`,
      `${year}年${Number(month)}月${Number(date)}日`, day.slice(2).replaceAll('-', '')]
    for (const form of forms) assert.equal(readTyped(form, TODAY).produced, day, form)
  }))
})
