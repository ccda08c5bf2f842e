import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hoursState, shanghaiDate } from '../src/panel/hours.js'
import { hoursLine, promisesOn, stateLine } from '../src/panel/status-line.js'
import { STRINGS } from '../src/panel/strings.js'

const DAILY = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '22:00' }]
const WEEKDAYS = [
  { days: [1, 2, 3, 4, 5], from: '13:30', to: '18:00' },
  { days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' },
]
const NIGHTS = [{ days: [5, 6], from: '18:00', to: '02:00' }]
const HOLIDAYS = [
  { date: '2026-10-01', name: '国庆节', hours: { from: '10:00', to: '20:00' } },
  { date: '2026-10-02', name: '国庆假期', hours: null },
]

const shop = (hours, holidays = [], until = '2026-12-31') =>
  ({ hours, holidays, holidays_until: until, promises: [] })
const line = (of, at) => stateLine(of, Date.parse(at), 'zh', STRINGS.zh)

const CASES = [
  ['within hours', shop(DAILY), '2026-11-22T10:00+08:00', true, '工作时间内'],
  ['the first minute is open', shop(DAILY), '2026-11-22T09:00+08:00', true, '工作时间内'],
  ['the last minute is open', shop(DAILY), '2026-11-22T21:59:59+08:00', true, '工作时间内'],
  ['the closing minute is closed', shop(DAILY), '2026-11-22T22:00+08:00', false, '休息中，明早 9:00 恢复'],
  ['after midnight it is this morning', shop(DAILY), '2026-11-23T00:30+08:00', false, '休息中，今早 9:00 恢复'],
  ['a phone in Los Angeles', shop(DAILY), '2026-11-21T18:00-08:00', true, '工作时间内'],
  ['a phone in London, next day in Shanghai', shop(DAILY), '2026-11-22T23:00Z', false, '休息中，今早 9:00 恢复'],
  ['July is no different: the zone has no summer time', shop(DAILY), '2026-07-05T01:00Z', true, '工作时间内'],
  ['a lunch break, spans given out of order', shop(WEEKDAYS), '2026-11-23T12:15+08:00', false, '休息中，今天 13:30 恢复'],
  ['a weekend is named by its next weekday', shop(WEEKDAYS), '2026-11-21T10:00+08:00', false, '休息中，周一 9:00 恢复'],
  ['tomorrow afternoon is not 明早', shop([{ days: [1], from: '14:00', to: '18:00' }]), '2026-11-22T10:00+08:00', false, '休息中，明天 14:00 恢复'],
  ['a week ahead is a date', shop([{ days: [1], from: '09:00', to: '10:00' }]), '2026-11-23T11:00+08:00', false, '休息中，11月30日 9:00 恢复'],
  ['past midnight of a long Friday', shop(NIGHTS), '2026-11-21T01:59+08:00', true, '工作时间内'],
  ['and closed after it', shop(NIGHTS), '2026-11-21T02:00+08:00', false, '休息中，今天 18:00 恢复'],
  ['a span up to 24:00', shop([{ days: [7], from: '20:00', to: '24:00' }]), '2026-11-22T23:59+08:00', true, '工作时间内'],
  ['a holiday with its own hours, early', shop(DAILY, HOLIDAYS), '2026-10-01T09:30+08:00', false, '休息中·国庆节，今早 10:00 恢复'],
  ['a holiday within its hours', shop(DAILY, HOLIDAYS), '2026-10-01T11:00+08:00', true, '工作时间内·国庆节'],
  ['before a closed holiday the day after it counts', shop(DAILY, HOLIDAYS), '2026-10-01T21:00+08:00', false, '休息中·国庆节，周六 9:00 恢复'],
  ['a closed holiday', shop(DAILY, HOLIDAYS), '2026-10-02T12:00+08:00', false, '休息中·国庆假期，明早 9:00 恢复'],
  ['the last covered day is certain', shop(DAILY), '2026-12-31T10:00+08:00', true, '工作时间内'],
  ['an uncovered date is not', shop(DAILY), '2027-01-01T10:00+08:00', true, '工作时间内，以店铺公告为准'],
  ['nor is an opening on one', shop(DAILY), '2026-12-31T23:00+08:00', false, '休息中，明早 9:00 恢复，以店铺公告为准'],
  ['no holiday table at all', shop(DAILY, [], null), '2026-11-22T10:00+08:00', true, '工作时间内，以店铺公告为准'],
  ['a shop without hours promises no return', shop([]), '2026-11-22T10:00+08:00', false, '休息中'],
]

for (const [why, of, at, open, text] of CASES) {
  test(`state: ${why}`, () => assert.deepEqual(line(of, at), { open, text }))
}

test('the state never claims that someone is online', () => {
  for (const [, of, at] of CASES) assert.doesNotMatch(line(of, at).text, /在线/)
})

test('English names the day as well', () => {
  const { text } = stateLine(shop(DAILY), Date.parse('2026-11-22T22:30+08:00'), 'en', STRINGS.en)
  assert.equal(text, 'Closed now, back tomorrow at 9:00')
})

test('today’s hours are written as people write them', () => {
  const at = (date) => Date.parse(`${date}T08:00+08:00`)
  assert.equal(hoursLine(shop(DAILY), at('2026-11-22'), STRINGS.zh), '工作时间 9:00–22:00')
  assert.equal(hoursLine(shop(WEEKDAYS), at('2026-11-23'), STRINGS.zh), '工作时间 9:00–12:00、13:30–18:00')
  assert.equal(hoursLine(shop(WEEKDAYS), at('2026-11-22'), STRINGS.zh), '工作时间 今天休息')
})

test('a span up to midnight ends at 24:00', () => {
  const state = hoursState(shop([{ days: [7], from: '20:00', to: '24:00' }]), Date.parse('2026-11-22T21:00+08:00'))
  assert.deepEqual(state.today, ['20:00–24:00'])
})

test('the date changes at midnight in Shanghai', () => {
  assert.equal(shanghaiDate(Date.parse('2026-11-22T15:59:59Z')), '2026-11-22')
  assert.equal(shanghaiDate(Date.parse('2026-11-22T16:00:00Z')), '2026-11-23')
})

test('a promise holds on its first and last day and on no other', () => {
  const one = { ...shop(DAILY), promises: [{ id: 'p', since: '2026-11-01', until: '2026-11-30' }] }
  const held = (date) => promisesOn(one, date).length
  assert.deepEqual(['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map(held), [0, 1, 1, 0])
})
