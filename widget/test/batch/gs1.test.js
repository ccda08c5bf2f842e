/** What codes on packages say: the rules of the GS1 General Specifications and of Digital Link, as tables. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayOfDigits, fullYear, gtinOf, hasCheckDigit, readElements } from '../../src/parts/batch/gs1.js'
import { readLink } from '../../src/parts/batch/link.js'

const YEAR = 2026
const GTIN = '02000000000015'
const GS = '\u001d'
/** Only what is there: absent fields are left out of the comparison's other side. */
const said = (code) => code && Object.fromEntries(Object.entries(code).filter(([, value]) => value !== undefined))

const ELEMENTS = [
  ['printed, in brackets', `(01)${GTIN}(17)290312(10)YG26C0312A`, { gtin: GTIN, expires: '2029-03-12', lot: 'YG26C0312A' }],
  ['printed with spaces', `(01) ${GTIN} (10) YG26 C0312A (11) 260312`, { gtin: GTIN, lot: 'YG26 C0312A', produced: '2026-03-12' }],
  ['in any order', '(10)L1(21)S1(11)260312', { lot: 'L1', produced: '2026-03-12' }],
  ['scanned, the lot last', `01${GTIN}1126031217290312` + '10YG26C0312A', { gtin: GTIN, produced: '2026-03-12', expires: '2029-03-12', lot: 'YG26C0312A' }],
  ['scanned, the lot first, ended by FNC1', `10YG26C0312A${GS}01${GTIN}17290312`, { gtin: GTIN, lot: 'YG26C0312A', expires: '2029-03-12' }],
  ['lot and serial, FNC1 between', `01${GTIN}10L1${GS}21S99${GS}17290312`, { gtin: GTIN, lot: 'L1', expires: '2029-03-12' }],
  ['a DataMatrix names its symbology', `]d201${GTIN}10L1`, { gtin: GTIN, lot: 'L1' }],
  ['a GS1-128 as well', `]C110L1${GS}17290312`, { lot: 'L1', expires: '2029-03-12' }],
  ['a leading FNC1', `${GS}10L1`, { lot: 'L1' }],
  ['FNC1 after a fixed length is allowed', `01${GTIN}${GS}17290312${GS}10L1`, { gtin: GTIN, expires: '2029-03-12', lot: 'L1' }],
  ['best before stands in for expiry', `01${GTIN}15290312`, { gtin: GTIN, expires: '2029-03-12' }],
  ['expiry wins over best before', `01${GTIN}1529031217290401`, { gtin: GTIN, expires: '2029-04-01' }],
  ['weights, counts, places are passed over', `01${GTIN}310300010041220000000000153025${GS}10L1`, { gtin: GTIN, lot: 'L1' }],
  ['identifiers of three and four digits', `]d2240ABC${GS}7003290312120010L`.replace('10L', `${GS}10L1`), { lot: 'L1' }],
  ['a company’s own field', `]d291X${GS}10L1`, { lot: 'L1' }],
  ['a variant of two digits', `01${GTIN}200110L1`, { gtin: GTIN, lot: 'L1' }],
  ['a day of 00 is the month’s last', `01${GTIN}17280200`, { gtin: GTIN, expires: '2028-02-29' }],
  ['a lot with every sign that is allowed', `10A/B-1.2_x${GS}17290312`, { lot: 'A/B-1.2_x', expires: '2029-03-12' }],
]
for (const [why, text, code] of ELEMENTS) {
  test(`element string: ${why}`, () => assert.deepEqual(said(readElements(text, YEAR)), code))
}

const BROKEN = [
  ['a batch number is none', 'YG26C0312A', undefined],
  ['digits without a trade item number are none', '1729031210L1', undefined],
  ['a wrong check digit: a number of the shop’s own', '010200000000001610L1', undefined],
  ['cut within the trade item number', '0102000000', undefined],
  ['cut within a date', `01${GTIN}172903`, undefined],
  ['letters where digits belong', `01${GTIN}17ABCDEF`, undefined],
  ['a separator in the middle of a date', `01${GTIN}172903${GS}12`, undefined],
  ['a lot without end: the separator was lost', `]d210YG26C0312A01${GTIN}17290312`, undefined],
  ['an identifier of letters', `]d2AB12`, undefined],
  ['Chinese inside', `]d210批号${GS}`, undefined],
  ['nothing', '', undefined],
  ['brackets around nothing', '(10)', {}],
  ['brackets with an identifier of the wrong length', '(1)L1', undefined],
  ['a bracket that does not close', '(10L1', undefined],
  ['in brackets, a wrong check digit is left out alone', '(01)02000000000016(10)L1', { lot: 'L1' }],
  ['a month that is none is left out alone', `(17)291312(10)L1`, { lot: 'L1' }],
  ['a 30th of February as well', `(11)260230(10)L1`, { lot: 'L1' }],
  ['month 00 with day 00', `(17)290000(10)L1`, { lot: 'L1' }],
]
for (const [why, text, code] of BROKEN) {
  test(`broken: ${why}`, () => assert.deepEqual(said(readElements(text, YEAR)), code))
}

const LINKS = [
  ['product and lot, expiry in the query', `https://id.example/01/${GTIN}/10/YG26C0312A?17=290312`, { gtin: GTIN, lot: 'YG26C0312A', expires: '2029-03-12' }],
  ['a path before the key', `https://shop.example/p/gs1/01/${GTIN}/10/L1`, { gtin: GTIN, lot: 'L1' }],
  ['variant and serial', `https://id.example/01/${GTIN}/22/2A/10/L1/21/S9`, { gtin: GTIN, lot: 'L1' }],
  ['a number of 13 digits', 'http://id.example/01/2000000000015/10/L1', { gtin: GTIN, lot: 'L1' }],
  ['percent signs', `https://id.example/01/${GTIN}/10/L%2F1?11=260312`, { gtin: GTIN, lot: 'L/1', produced: '2026-03-12' }],
  ['badly encoded', `https://id.example/01/${GTIN}/10/L%zz1`, { gtin: GTIN, lot: 'L%zz1' }],
  ['written large', `HTTPS://ID.EXAMPLE/01/${GTIN}/10/L1`, { gtin: GTIN, lot: 'L1' }],
  ['the product alone', `https://id.example/01/${GTIN}`, { gtin: GTIN }],
  ['a slash at the end', `https://id.example/01/${GTIN}/10/L1/`, { gtin: GTIN, lot: 'L1' }],
  ['other parameters and a fragment', `https://id.example/01/${GTIN}/10/L1?17=290312&utm=x#a`, { gtin: GTIN, lot: 'L1', expires: '2029-03-12' }],
  ['a wrong check digit', 'https://id.example/01/02000000000016/10/L1', undefined],
  ['a link of another kind', 'https://shop.example/item?id=1', undefined],
  ['no link', 'YG26C0312A', undefined],
  ['a link without host', 'https://', undefined],
]
for (const [why, text, code] of LINKS) {
  test(`link: ${why}`, () => assert.deepEqual(said(readLink(text, YEAR)), code))
}

const CENTURIES = [
  [26, 2026, 'this year'],
  [76, 2076, 'fifty years ahead is this century'],
  [77, 1977, 'fifty-one years ahead is the last one'],
  [99, 1999, 'and so is its end'],
  [0, 2000, 'back to the turn'],
]
for (const [two, year, why] of CENTURIES) test(`century: ${why}`, () => assert.equal(fullYear(two, 2026), year))
test('century: forty-nine years back is this one, fifty are the next', () => {
  assert.deepEqual([fullYear(31, 2080), fullYear(30, 2080)], [2031, 2130])
})

test('every short year is within 49 back and 50 ahead', () => {
  fc.assert(fc.property(fc.nat(99), fc.integer({ min: 1950, max: 2150 }), (two, year) => {
    const ahead = fullYear(two, year) - year
    return ahead >= -49 && ahead <= 50 && (fullYear(two, year) - two) % 100 === 0
  }))
})

test('check digits: one changed digit is noticed', () => {
  const digit = fc.nat(9)
  fc.assert(fc.property(fc.array(digit, { minLength: 13, maxLength: 13 }), fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
    const whole = [...Array(10).keys()].map((last) => [...body, last].join('')).find(hasCheckDigit)
    const changed = [...whole]
    changed[at] = String((Number(changed[at]) + by) % 10)
    return gtinOf(whole) === whole && gtinOf(changed.join('')) === undefined
  }))
})

test('trade item numbers: 8, 12, 13 and 14 digits as 14', () => {
  const forms = ['96385074', '614141000036', '2000000000015', GTIN].map(gtinOf)
  assert.deepEqual(forms, ['00000096385074', '00614141000036', GTIN, GTIN])
  assert.deepEqual(['', '200000000001', 'x'].map(gtinOf), [undefined, undefined, undefined])
})

test('six digits that are no day', () => {
  for (const digits of ['', '26031', '2603011', '26030x', '261301', '260230']) {
    assert.equal(dayOfDigits(digits, YEAR), undefined)
  }
})

test('an element string that was written is read back, brackets or not', () => {
  const lot = fc.stringMatching(/^[0-9A-Z]{1,20}$/)
  const months = fc.integer({ min: 1, max: 12 })
  fc.assert(fc.property(lot, months, fc.integer({ min: 1, max: 28 }), (value, month, day) => {
    const date = `29${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`
    const expected = { gtin: GTIN, lot: value, expires: dayOfDigits(date, YEAR) }
    for (const text of [`01${GTIN}17${date}10${value}`, `]d210${value}${GS}17${date}01${GTIN}`, `(01)${GTIN}(10)${value}(17)${date}`]) {
      assert.deepEqual(said(readElements(text, YEAR)), expected)
    }
  }))
})
