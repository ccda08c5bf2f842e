/**
 * The last day of a batch, twin of `dianzhi/catalog/expiry.py`: months are counted as in article 202
 * of the Civil Code of the People's Republic of China. Cases: `spec/vectors/expiry.json`.
 * Days are written `YYYY-MM-DD`.
 */

/** @typedef {import('../../types.js').Shelf} Shelf */

const DAY = 86_400_000
const DAYS_OF_A_COUNTED_MONTH = 30

/** @param {number} year @param {number} month 0 to 11, or beyond. @param {number} day @returns {string} */
const written = (year, month, day) => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)

/** @param {string} day @returns {number[]} Year, month from 0, day. */
function parts(day) {
  const date = new Date(day)
  return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
}

/** Not `Date.parse`: libraries for dates replace it. @param {string} day */
const timeOf = (day) => new Date(day).getTime()

/** The last day of a month. @param {number} year @param {number} month 0 to 11, or beyond. */
export const monthEnd = (year, month) => written(year, month + 1, 0)

/**
 * A day, or undefined where the calendar has none of that name.
 * @param {number} year 1000 to 9999. @param {number} month 1 to 12. @param {number} day
 */
export function dayOf(year, month, day) {
  const name = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
  return written(year, month - 1, day) === name ? name : undefined
}

/** @param {string} day @param {number} days */
export const addDays = (day, days) => new Date(timeOf(day) + days * DAY).toISOString().slice(0, 10)

/** The corresponding day some months later, or that month's last day. @param {string} day @param {number} months */
export function addMonths(day, months) {
  const [year, month, date] = parts(day)
  const end = monthEnd(year, month + months)
  return date > Number(end.slice(8)) ? end : end.slice(0, 8) + String(date).padStart(2, '0')
}

/** Whole days from one day to another; negative when the other is earlier. @param {string} from @param {string} to */
export const daysBetween = (from, to) => (timeOf(to) - timeOf(from)) / DAY

/**
 * The last day of unopened shelf life, or null when the product states no length.
 * @param {string} produced @param {Shelf} [shelf]
 */
export function lastDay(produced, { months, days, rule } = {}) {
  if (days) return addDays(produced, days)
  if (!months) return null
  if (rule === 'days') return addDays(produced, DAYS_OF_A_COUNTED_MONTH * months)
  return addDays(addMonths(produced, months), rule === 'civil-minus-one' ? -1 : 0)
}
