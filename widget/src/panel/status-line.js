/** The words for the shop's hours and promises; never 在线, which only a live source could say. */

import { hoursState, weekday } from './hours.js'
import { pick } from './strings.js'

/** @typedef {import('../types.js').Shop} Shop */
/** @typedef {import('../types.js').Lang} Lang */
/** @typedef {import('./strings.js').Strings} Strings */

/** @param {NonNullable<import('./hours.js').State['next']>} next @param {Strings} t */
function resumption({ date, days, time }, t) {
  const morning = Number.parseInt(time, 10) < 12
  if (days === 0) return t.resumes(morning ? t.thisMorning : t.today, time)
  if (days === 1) return t.resumes(morning ? t.tomorrowMorning : t.tomorrow, time)
  if (days < 7) return t.resumes(t.weekdays[weekday(date) - 1], time)
  return t.resumes(t.monthDay(Number(date.slice(5, 7)), Number(date.slice(8))), time)
}

/**
 * `工作时间内`, or `休息中，明早 9:00 恢复`.
 * @param {Shop} shop @param {number} now Milliseconds since the epoch.
 * @param {Lang} lang @param {Strings} t
 * @returns {{open: boolean, text: string}}
 */
export function stateLine(shop, now, lang, t) {
  const state = hoursState(shop, now)
  const comma = lang === 'zh' ? '，' : ', '
  const parts = [state.open ? t.open : t.closed]
  if (state.holiday) parts[0] += `${lang === 'zh' ? '·' : ' · '}${pick(state.holiday, lang).text}`
  if (state.next) parts.push(resumption(state.next, t))
  if (!state.certain) parts.push(t.uncertain)
  return { open: state.open, text: parts.join(comma) }
}

/**
 * `工作时间 9:00–22:00`, of today.
 * @param {Shop} shop @param {number} now @param {Strings} t
 */
export function hoursLine(shop, now, t) {
  const { today } = hoursState(shop, now)
  return `${t.hours} ${today.join('、') || t.closedToday}`
}

/**
 * Promises that hold on a date: the shop is bound by no other.
 * @param {Shop} shop @param {string} today `YYYY-MM-DD`.
 */
export const promisesOn = (shop, today) =>
  shop.promises.filter(({ since, until }) => (!since || since <= today) && (!until || today <= until))
