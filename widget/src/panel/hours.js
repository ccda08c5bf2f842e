/**
 * When people answer: the shop's weekly hours and its table of holidays, in Asia/Shanghai.
 * That zone is UTC+8 without summer time, so the device's own zone never enters.
 */

/** @typedef {import('../types.js').Shop} Shop */
/** @typedef {{from: number, to: number}} Span Minutes since midnight; `to` passes 1440 over night. */
/**
 * @typedef {object} State
 * @property {boolean} open
 * @property {boolean} certain False when the holiday table does not reach the dates concerned.
 * @property {string[]} today Today's hours as people write them, `9:00–22:00`.
 * @property {import("../types.js").Text | null} holiday Name of today's holiday, if it is one.
 * @property {{date: string, days: number, time: string} | null} next The next opening while closed:
 *   `days` from today. Null when none comes within two weeks.
 */

const MINUTE = 60_000
const DAY = 86_400_000
const OFFSET = 8 * 60 * MINUTE
const DAYS_AHEAD = 14

/** @param {number} now Milliseconds since the epoch. @returns {string} `YYYY-MM-DD` in Shanghai. */
export const shanghaiDate = (now) => new Date(now + OFFSET).toISOString().slice(0, 10)

/** @param {string} date @param {number} days */
const addDays = (date, days) => new Date(new Date(date).getTime() + days * DAY).toISOString().slice(0, 10)

/** @param {string} date @returns {number} ISO weekday, 1 = Monday. */
export const weekday = (date) => new Date(date).getUTCDay() || 7

/** @param {string} time `HH:MM`, up to `24:00`. */
const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** @param {number} minute @returns {string} `9:00`, without a leading zero. */
const clock = (minute) => `${Math.floor(minute / 60) % 24}:${String(minute % 60).padStart(2, '0')}`

/** @param {{from: string, to: string}} hours @returns {Span} */
function span(hours) {
  const from = minutes(hours.from)
  const to = minutes(hours.to)
  return { from, to: to > from ? to : to + 1440 }
}

/** @param {Shop} shop @param {string} date */
const holidayOn = (shop, date) => shop.holidays.filter((day) => day.date === date)[0]

/** The open spans of one date, earliest first: a holiday's own, else the weekday's.
 * @param {Shop} shop @param {string} date @returns {Span[]} */
function spans(shop, date) {
  const holiday = holidayOn(shop, date)
  if (holiday) return holiday.hours ? [span(holiday.hours)] : []
  const usual = shop.hours.filter(({ days }) => days.indexOf(weekday(date)) >= 0)
  return usual.map(span).sort((a, b) => a.from - b.from)
}

/** @param {Shop} shop @param {string} today @param {number} minute */
function nextOpening(shop, today, minute) {
  for (let days = 0; days <= DAYS_AHEAD; days++) {
    const date = addDays(today, days)
    const later = spans(shop, date).filter(({ from }) => days > 0 || from > minute)[0]
    if (later) return { date, days, time: clock(later.from) }
  }
  return null
}

/** @param {Span} hours */
const written = ({ from, to }) => `${clock(from)}–${to === 1440 ? '24:00' : clock(to)}`

/**
 * @param {Shop} shop
 * @param {number} now Milliseconds since the epoch.
 * @returns {State}
 */
export function hoursState(shop, now) {
  const today = shanghaiDate(now)
  const minute = Math.floor(((now + OFFSET) % DAY) / MINUTE)
  const current = spans(shop, today)
  const lateNight = spans(shop, addDays(today, -1)).some(({ to }) => minute < to - 1440)
  const open = lateNight || current.some(({ from, to }) => minute >= from && minute < to)
  const next = open ? null : nextOpening(shop, today, minute)
  const covered = shop.holidays_until ?? ''
  return {
    open,
    certain: (next?.date ?? today) <= covered,
    today: current.map(written),
    holiday: holidayOn(shop, today)?.name ?? null,
    next,
  }
}
