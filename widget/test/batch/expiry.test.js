/** Last days by spec/vectors/expiry.json, which Python reads as well; months counted in another way. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, addMonths, dayOf, daysBetween, lastDay, monthEnd } from '../../src/parts/batch/expiry.js'

const VECTORS = JSON.parse(readFileSync(new URL('../../../spec/vectors/expiry.json', import.meta.url), 'utf8'))

for (const { why, produced, expires, ...shelf } of VECTORS) {
  test(`last day: ${why}`, () => assert.equal(lastDay(produced, shelf), expires))
}

test('a product without any shelf life is unknown', () => assert.equal(lastDay('2026-10-01'), null))

const DAYS = fc.integer({ min: 0, max: 75_000 }).map((days) => addDays('1900-01-01', days))
const MONTHS = fc.integer({ min: 0, max: 120 })

/** All days of the month some months after a day's own, by counting days alone. */
function daysOfTheMonth(day, months) {
  const first = (one) => `${one.slice(0, 8)}01`
  let start = first(day)
  for (let i = 0; i < months; i++) start = first(addDays(start, 32))
  const end = first(addDays(start, 32))
  return Array.from({ length: daysBetween(start, end) }, (_, i) => addDays(start, i))
}

test('the corresponding day is the latest in the month that is not later', () => {
  fc.assert(fc.property(DAYS, MONTHS, (day, months) => {
    const fitting = daysOfTheMonth(day, months).filter((one) => one.slice(8) <= day.slice(8))
    assert.equal(addMonths(day, months), fitting.at(-1))
  }))
})

test('who was made later expires no earlier', () => {
  fc.assert(fc.property(DAYS, DAYS, MONTHS, (one, other, months) => {
    const [earlier, later] = [one, other].sort()
    return addMonths(earlier, months) <= addMonths(later, months)
  }))
})

test('days between and days added are inverses', () => {
  fc.assert(fc.property(DAYS, fc.integer({ min: -4_000, max: 4_000 }), (day, days) =>
    daysBetween(day, addDays(day, days)) === days))
})

const NAMES = [
  ['a day', [2026, 3, 1], '2026-03-01'],
  ['the leap day', [2024, 2, 29], '2024-02-29'],
  ['no leap day', [2026, 2, 29], undefined],
  ['no 31st', [2026, 4, 31], undefined],
  ['no day 0', [2026, 3, 0], undefined],
  ['no month 0', [2026, 0, 1], undefined],
  ['no month 13', [2026, 13, 1], undefined],
]
for (const [why, [year, month, day], name] of NAMES) {
  test(`calendar: ${why}`, () => assert.equal(dayOf(year, month, day), name))
}

test('month ends', () => {
  assert.deepEqual([monthEnd(2026, 1), monthEnd(2024, 1), monthEnd(2026, 11)], ['2026-02-28', '2024-02-29', '2026-12-31'])
})
