/** How a question goes on that is still being typed; twin of dianzhi/search/ahead.py. */

import { AHEAD_LEAST, AHEAD_LIMIT, AHEAD_REACH, AHEAD_ROWS } from './constants.js'
import { charsOf, isHan } from './terms.js'

/**
 * @typedef {import('./opened.js').Opened} Opened
 * @typedef {import('./postings.js').Postings} Postings
 * @typedef {import('./vocabulary.js').Phrase} Phrase
 */

/** @type {WeakMap<Postings, string[]>} Terms by number, made when first needed. */
const known = new WeakMap()

/**
 * @param {Opened} opened
 * @param {Phrase[]} phrases
 * @param {string[]} asked
 * @returns {Map<string, number>} The terms that follow the question's last characters in the wordings,
 * each with its part of what it is worth, as often as it follows there, and only those with most. None of
 * those asked for; none at all where the query ends in letters or digits, or the index has no readings yet.
 */
export function aheadOf({ readings, wordings }, phrases, asked) {
  const chars = charsOf(phrases[phrases.length - 1] ?? []).slice(-2)
  const last = chars[chars.length - 1]
  if (!readings.size || !last || !isHan(last)) return new Map()
  const pair = chars.join('')
  const after = wordings.rows(pair).length < AHEAD_LEAST ? last : pair
  const rows = wordings.rows(after)
  const step = Math.ceil(rows.length / AHEAD_ROWS)
  const counts = countAfter(wordings, after, rows.filter((_, at) => at % step === 0))
  for (const term of asked) counts.delete(wordings.numbers.get(term) ?? -1)
  const whole = Math.ceil(rows.length / step) + 1
  /** @type {[number, number][]} */
  const parts = [...counts].map(([number, count]) => [number, Math.floor((wordings.worths[number] * count) / whole)])
  const likely = parts.sort(([, one], [, other]) => other - one).slice(0, AHEAD_LIMIT)
  const names = termsOf(wordings)
  return new Map(likely.map(([number, part]) => [names[number], part]))
}

/**
 * @param {Postings} wordings
 * @param {string} term
 * @param {Uint32Array} rows Wordings that hold it.
 * @returns {Map<number, number>} By number of a term how many of them have it soon after.
 */
function countAfter({ numbers, held, ends }, term, rows) {
  const number = /** @type {number} */ (numbers.get(term))
  const counts = new Map()
  for (const row of rows) {
    const at = held.indexOf(number, ends[row - 1] ?? 0) + 1
    for (const next of held.subarray(at, Math.min(ends[row], at + AHEAD_REACH))) {
      counts.set(next, (counts.get(next) ?? 0) + 1)
    }
  }
  return counts
}

/** @param {Postings} wordings */
function termsOf(wordings) {
  const found = known.get(wordings) ?? [...wordings.numbers.keys()]
  known.set(wordings, found)
  return found
}
