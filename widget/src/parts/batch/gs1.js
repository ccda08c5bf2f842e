/**
 * GS1 element strings, by the GS1 General Specifications: what a DataMatrix or GS1-128 on a package
 * says when scanned (`]d2…`, FNC1 as U+001D), and what is printed below it (`(01)…(17)…(10)…`).
 */

import { dayOf, monthEnd } from './expiry.js'

/**
 * @typedef {object} Code What a code on a package says, as far as a look-up needs it.
 * @property {string} [gtin] 14 digits.
 * @property {string} [lot]
 * @property {string} [produced] `YYYY-MM-DD`.
 * @property {string} [expires] The last day, of AI 17, else of AI 15 (best before).
 */
/** @typedef {Map<string, string>} Elements Values by application identifier. */

const FNC1 = '\u001d'
/** Longest value that any application identifier may have. */
const LONGEST = 90
/** Longest batch number or serial number. */
const LONGEST_LOT = 20

/** The symbology identifier that a scanner may put first, such as `]d2`. */
const SYMBOLOGY = /^\][A-Za-z]\d/

/** Lengths of identifier and value together, by first two digits, of those that need no FNC1. @type {Record<string, number>} */
const FIXED = { '00': 20, '01': 16, '02': 16, '03': 16, '04': 18, 20: 4, 41: 16 }
for (let two = 11; two <= 19; two++) FIXED[two] = 8
for (let two = 31; two <= 36; two++) FIXED[two] = 10

/** How many digits an identifier has. @param {string} two Its first two digits. */
function identifierLength(two) {
  if (/^(?:3[1-69]|43|7[02]|8[0-2])$/.test(two)) return 4
  return /^(?:2[3-5]|4[0-2]|71)$/.test(two) ? 3 : 2
}

/** Whether digits end with the check digit of GS1 (modulo 10, weights 3 and 1 from the right).
 * @param {string} digits */
export function hasCheckDigit(digits) {
  let sum = 0
  for (let i = 0; i < digits.length; i++) sum += Number(digits[digits.length - 1 - i]) * (i % 2 ? 3 : 1)
  return sum % 10 === 0
}

/** A trade item number as 14 digits, or undefined. @param {string | undefined} digits 8, 12, 13 or 14 of them. */
export const gtinOf = (digits = '') =>
  /^(?:\d{8}|\d{12,14})$/.test(digits) && hasCheckDigit(digits) ? digits.padStart(14, '0') : undefined

/** The year nearest to this one among those that end so: at most 50 ahead, 49 back.
 * @param {number} two 0 to 99. @param {number} thisYear */
export function fullYear(two, thisYear) {
  const difference = two - (thisYear % 100)
  const century = thisYear - (thisYear % 100)
  return century + two + (difference > 50 ? -100 : difference < -49 ? 100 : 0)
}

/** The day of `YYMMDD`; a day of 00 is the month's last. @param {string | undefined} digits @param {number} thisYear */
export function dayOfDigits(digits = '', thisYear) {
  if (!/^\d{6}$/.test(digits)) return undefined
  const [two, month, day] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2)))
  const year = fullYear(two, thisYear)
  if (day === 0 && month >= 1 && month <= 12) return monthEnd(year, month - 1)
  return dayOf(year, month, day)
}

/** @param {string} text As scanned. @returns {Elements | undefined} Undefined when it is not one. */
function scanned(text) {
  /** @type {Elements} */
  const elements = new Map()
  let rest = text.replace(/^\u001d/, '')
  while (rest) {
    const length = identifierLength(rest.slice(0, 2))
    const stop = rest.indexOf(FNC1)
    const end = FIXED[rest.slice(0, 2)] ?? (stop < 0 ? rest.length : stop)
    const identifier = rest.slice(0, length)
    const value = rest.slice(length, end)
    if (!isElement(identifier, value) || rest.length < end) return undefined
    elements.set(identifier, value)
    rest = rest.slice(end).replace(/^\u001d/, '')
  }
  return elements
}

/** @param {string} identifier @param {string} value */
function isElement(identifier, value) {
  const longest = identifier === '10' || identifier === '21' ? LONGEST_LOT : LONGEST
  const numeric = FIXED[identifier.slice(0, 2)] !== undefined
  return /^\d+$/.test(identifier) && value.length <= longest && (numeric ? /^\d+$/ : /^[!-~]+$/).test(value)
}

/** @param {string} text As printed, identifiers in brackets. @returns {Elements} */
function printed(text) {
  /** @type {Elements} */
  const elements = new Map()
  for (const [, identifier, value] of text.matchAll(/\((\d{2,4})\)\s*(.*?)\s*(?=\(\d{2,4}\)|$)/gs)) {
    const known = identifier.length === identifierLength(identifier)
    if (known && value) elements.set(identifier, value)
  }
  return elements
}

/** @param {Elements} elements @param {number} thisYear @returns {Code} */
export function codeOf(elements, thisYear) {
  /** @param {string} identifier */
  const day = (identifier) => dayOfDigits(elements.get(identifier), thisYear)
  return {
    gtin: gtinOf(elements.get('01')),
    lot: elements.get('10'),
    produced: day('11'),
    expires: day('17') ?? day('15'),
  }
}

/**
 * @param {string} text
 * @param {number} thisYear Decides the century of its dates.
 * @returns {Code | undefined} Undefined when it is no element string: then it may be a batch number.
 */
export function readElements(text, thisYear) {
  if (/^\(\d{2,4}\)/.test(text)) return codeOf(printed(text), thisYear)
  const bare = text.replace(SYMBOLOGY, '')
  const marked = bare !== text || text.includes(FNC1)
  // Digits that no scanner marked are an element string only when a trade item number comes first.
  if (!marked && !(bare.startsWith('01') && gtinOf(bare.slice(2, 16)))) return undefined
  const elements = scanned(bare)
  return elements && codeOf(elements, thisYear)
}
