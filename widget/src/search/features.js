/** What speaks for each entry, by spec/search-index.md section 8; twin of features.py. */

import { QUERY_PART, TEXT_PART, WHOLE } from './constants.js'

/**
 * @typedef {import('./opened.js').Opened} Opened
 * @typedef {import('./question.js').Question} Question
 * @typedef {Int32Array[]} Features Columns, a number for each entry. First what the score mixes, in the
 * order of MIX, each from 0 to 1024: what its best wording has in common with the query, the same of its
 * second best (of an entry with one wording that one's), how much of the query stands in it anywhere, how
 * near in meaning its wordings together are (0 before meaning has joined). Then how many wordings it has,
 * and what it holds: bit n for content n of the question.
 */

/**
 * @param {Opened} opened
 * @param {Question} question
 * @returns {Features} Of all entries.
 */
export function featuresOf(opened, question) {
  const found = [0, 0, 0, 0, 0, 0].map(() => new Int32Array(opened.contents.documents.length))
  const sums = addSaid(found, opened, question)
  addWordings(found, sums, opened, question)
  if (opened.meaning) found[3].set(opened.meaning.nearness(question.terms))
  return found
}

/**
 * @param {Features} found
 * @param {Opened} opened
 * @param {Question} question
 * @returns {Float64Array} Of each wording what it holds is worth.
 */
function addSaid([, , said, , , held], { wordings, answers, owner }, question) {
  const sums = new Float64Array(owner.length)
  const told = new Float64Array(said.length)
  const stamps = new Int32Array(said.length)
  const bits = question.bits()
  let stamp = 0
  for (const [term, worth] of question.evidence) {
    const bit = bits.get(term) ?? 0
    const hold = (/** @type {number} */ document) => {
      if (stamps[document] === stamp) return
      stamps[document] = stamp
      told[document] += worth
      held[document] |= bit
    }
    stamp++
    for (const row of wordings.rows(term)) {
      sums[row] += worth
      hold(owner[row])
    }
    answers.rows(term).forEach(hold)
  }
  told.forEach((sum, document) => (said[document] = share(sum, question.total)))
  return sums
}

/**
 * @param {Features} found
 * @param {Float64Array} sums
 * @param {Opened} opened
 * @param {Question} question
 */
function addWordings([best, second, , , count], sums, { wordings, owner }, { total }) {
  sums.forEach((sum, row) => {
    const both = QUERY_PART * total + TEXT_PART * wordings.totals[row]
    const common = sum && share(sum * (QUERY_PART + TEXT_PART), both)
    const entry = owner[row]
    if (!count[entry]++) best[entry] = second[entry] = common
    else if (common > best[entry]) {
      second[entry] = best[entry]
      best[entry] = common
    } else if (count[entry] === 2 || common > second[entry]) second[entry] = common
  })
}

/**
 * @param {number} part
 * @param {number} whole
 */
function share(part, whole) {
  return Math.min(WHOLE, Math.floor((part * WHOLE) / Math.max(1, whole)))
}
