/**
 * Whether what a shopper typed looks like what was asked for. No platform publishes the shapes of
 * its numbers, so these only catch a slip of the hand, and a doubt never stands in the way (walk.js).
 */

import { halfWidth } from '../../panel/kit.js'

/** @typedef {import('../../types.js').InputKind} InputKind */
/** @typedef {{value: string, fits: boolean}} Checked `value` as it is kept and handed over. */

/** Days before today that people name instead of writing a date. @type {Record<string, number>} */
const NAMED_DAYS = { 今天: 0, today: 0, 昨天: 1, yesterday: 1, 前天: 2 }
const DAY = 86_400_000

/** What a full keyboard or a paste puts around a value: wide forms, odd hyphens, unseen characters.
 * @param {string} text */
const narrow = (text) => halfWidth(text)
  .replace(/[‐‑‒–—―−]/g, '-')
  .replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')

/** Drops the words around a number, as in `订单号：69…`. @param {string} text */
const bare = (text) => narrow(text).replace(/^[^0-9A-Za-z]+|[^0-9A-Za-z]+$/g, '')

/** @param {RegExp} shape @param {number} digits At least so many. @returns {(text: string) => Checked} */
const number = (shape, digits) => (text) => {
  const value = bare(text) || narrow(text)
  return { value, fits: shape.test(value) && value.replace(/\D/g, '').length >= digits }
}

/** @type {Record<InputKind, (text: string, today: string) => Checked>} */
const KINDS = {
  'order-number': number(/^[0-9A-Za-z-]{8,40}$/, 8),
  'tracking-number': number(/^[0-9A-Za-z-]{8,40}$/, 6),
  // GS1 allows 20 characters; people copy the marks between them as well.
  'batch-number': number(/^[0-9A-Za-z./-]{3,30}$/, 1),
  date: checkDate,
  email(text) {
    const value = narrow(text).replace(/。/g, '.')
    return { value, fits: /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value) }
  },
  text(text) {
    const value = text.trim().replace(/\s+/g, ' ')
    return { value, fits: /[\p{L}\p{N}]/u.test(value) }
  },
}

/**
 * @param {InputKind} kind @param {string} text As typed.
 * @param {string} today `YYYY-MM-DD`, Asia/Shanghai.
 * @returns {Checked} `value` is empty when nothing was typed.
 */
export const check = (kind, text, today) => (Object.hasOwn(KINDS, kind) ? KINDS[kind] : KINDS.text)(text, today)

/** Dates as people write them; a month without a day is what some packages print.
 * @param {string} text @param {string} today @returns {Checked} */
function checkDate(text, today) {
  const value = narrow(text)
  const named = value.toLowerCase()
  if (Object.hasOwn(NAMED_DAYS, named)) {
    return { value: iso(new Date(today).getTime() - NAMED_DAYS[named] * DAY), fits: true }
  }
  const parts = /^(\d{4}|\d{2})[-./年](\d{1,2})(?:[-./月](\d{1,2})[日号]?|月)?$/.exec(value)
    ?? /^(\d{4}|\d{2})(\d{2})(\d{2})$/.exec(value)
  const found = parts && calendar(parts)
  return found ? { value: found, fits: true } : { value, fits: false }
}

/** @param {RegExpExecArray} parts Year, month and perhaps day. @returns {string | null} Null for 31 April. */
function calendar([, years, month, day]) {
  const year = years.length === 2 ? `20${years}` : years
  const found = iso(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  const written = [year, month.padStart(2, '0'), (day ?? '1').padStart(2, '0')].join('-')
  if (found !== written) return null
  return day ? found : found.slice(0, 7)
}

/** @param {number} time */
const iso = (time) => new Date(time).toISOString().slice(0, 10)
