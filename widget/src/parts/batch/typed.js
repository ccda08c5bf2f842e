/** What a shopper typed, pasted or scanned may mean: batch numbers to try, dates, a product's barcode. */

import { normaliseBatch } from '../../panel/kit.js'
import { dayOf } from './expiry.js'
import { fullYear, gtinOf, readElements } from './gs1.js'
import { readLink } from './link.js'

/**
 * @typedef {object} Typed
 * @property {string[]} numbers Normalised batch numbers, likeliest first; may be none.
 * @property {string} [lot] The batch number of a code, as written there.
 * @property {string} [gtin] 14 digits.
 * @property {string} [produced] `YYYY-MM-DD`.
 * @property {string} [expires] The last day as the package states it.
 * @property {string} [impossible] A date that the calendar does not have, as it was written.
 */

/** The shortest batch number a shop may have. */
const SHORTEST = 2

/** A date, year first: with separators, eight digits, or six. */
const DATE =
  /(?<!\d)(?:(20\d\d|\d\d)\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})|(20\d\d)(\d\d)(\d\d)|(\d\d)(\d\d)(\d\d))(?!\d)/g
const SAYS_EXPIRES = /(?:exp\w*|bbe?|best\s*before|use\s*by|限|有效|保质|到期|至)[^0-9a-z]*(?:date)?[^0-9a-z]*$/i
const SAYS_PRODUCED = /(?:mf[gd]|prod\w*|生产|制造|出厂)[^0-9a-z]*(?:date)?[^0-9a-z]*$/i
const LABELS = /\b(?:exp\w*|mf[gd]|prod\w*|date|lot|batch|no|bbe?|best\s*before|use\s*by)\b/gi

/** Full-width forms, the sign that stands for a separator, and Chinese dates, as plain ones. @param {string} text */
const folded = (text) => text
  .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  .replace(/\u241d/g, '\u001d').replace(/[\s\u3000\u200b-\u200d\ufeff]+/g, ' ')
  .replace(/(?<=\d) ?[年月] ?(?=\d)/g, '-').replace(/(?<=\d) ?日/g, ' ').trim()

/** @param {string[]} numbers */
const distinct = (numbers) => [...new Set(numbers.map(normaliseBatch))].filter(({ length }) => length >= SHORTEST)

/**
 * @param {string} text
 * @param {string} today `YYYY-MM-DD`; decides the century of short years.
 * @returns {Typed} Never throws, whatever the text.
 */
export function readTyped(text, today) {
  const plain = folded(text)
  const thisYear = Number(today.slice(0, 4))
  const code = readLink(plain, thisYear) ?? readElements(plain, thisYear)
  if (!code) return readPlain(plain, thisYear)
  return { numbers: distinct(code.lot ? [code.lot] : []), ...code }
}

/** @param {string} plain @param {number} thisYear @returns {Typed} */
function readPlain(plain, thisYear) {
  const alone = !normaliseBatch(plain.replace(DATE, ' ').replace(LABELS, ' '))
  const dates = readDates(plain, thisYear, alone)
  const isDate = dates.produced || dates.expires
  return { numbers: distinct([plain, numberIn(plain)]), gtin: isDate ? undefined : gtinOf(plain), ...dates }
}

/** The number among labels and dates that stand apart from it. @param {string} plain */
const numberIn = (plain) => plain.replace(LABELS, ' ').split(/[^!-~]+|[,;:]/)
  .filter((word) => normaliseBatch(word.replace(DATE, ''))).join('')

/**
 * Dates with a label are what it says; one without counts only when nothing else stands there, and
 * is the production date: `2026-04-16-T` is a batch number.
 * @param {string} plain @param {number} thisYear @param {boolean} alone
 */
function readDates(plain, thisYear, alone) {
  /** @type {Pick<Typed, 'produced' | 'expires' | 'impossible'>} */
  const dates = {}
  let before = 0
  for (const match of plain.matchAll(DATE)) {
    const label = plain.slice(before, match.index)
    before = match.index + match[0].length
    const role = SAYS_EXPIRES.test(label) ? 'expires' : SAYS_PRODUCED.test(label) || alone ? 'produced' : undefined
    if (!role) continue
    const day = dayIn(match, thisYear)
    if (day) dates[role] ??= day
    else dates.impossible ??= match[0]
  }
  return dates
}

/** @param {RegExpMatchArray} match @param {number} thisYear */
function dayIn(match, thisYear) {
  const [year, month, day] = match.slice(1).filter((part) => part !== undefined).map(Number)
  return dayOf(year < 100 ? fullYear(year, thisYear) : year, month, day)
}
