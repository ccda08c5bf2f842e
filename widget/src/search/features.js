/** What speaks for each entry, by spec/search-index.md section 8; twin of features.py. */

import { QUERY_PART, TEXT_PART, WHOLE } from './constants.js'

/**
 * @typedef {import('./opened.js').Opened} Opened
 * @typedef {import('./question.js').Question} Question
 * @typedef {object} Features Of one entry; `mix` in the order of MIX, each from 0 to 1024: what its
 * best wording has in common with the query, the same of its second best (of an entry with one
 * wording that one's), how much of the query stands in it anywhere, how near in meaning its wordings
 * together are (0 before meaning has joined).
 * @property {number[]} mix
 * @property {number} wordings How many it has.
 * @property {number} held Bit n: it holds content n of the question.
 */

/**
 * @param {Opened} opened
 * @param {Question} question
 * @returns {Features[]} Of all entries.
 */
export function featuresOf(opened, question) {
  const found = opened.contents.documents.map(() => ({ mix: [0, 0, 0, 0], wordings: 0, held: 0 }))
  addWordings(found, opened, question)
  addSaid(found, opened, question)
  opened.meaning?.nearness(question.terms).forEach((near, document) => (found[document].mix[3] = near))
  return found
}

/**
 * @param {Features[]} found
 * @param {Opened} opened
 * @param {Question} question
 */
function addWordings(found, { wordings, owner }, { evidence, total }) {
  const sums = new Float64Array(owner.length)
  for (const [term, worth] of evidence) for (const row of wordings.rows(term)) sums[row] += worth
  sums.forEach((sum, row) => {
    const both = QUERY_PART * total + TEXT_PART * wordings.totals[row]
    const common = share(sum * (QUERY_PART + TEXT_PART), both)
    const entry = found[owner[row]]
    const { mix } = entry
    if (!entry.wordings++) mix[0] = mix[1] = common
    else if (common > mix[0]) {
      mix[1] = mix[0]
      mix[0] = common
    } else if (entry.wordings === 2 || common > mix[1]) mix[1] = common
  })
}

/**
 * @param {Features[]} found
 * @param {Opened} opened
 * @param {Question} question
 */
function addSaid(found, { wordings, answers, owner }, question) {
  const { evidence, total } = question
  const sums = new Float64Array(found.length)
  const stamps = new Int32Array(found.length)
  const bits = question.bits()
  let stamp = 0
  for (const [term, worth] of evidence) {
    const bit = bits.get(term) ?? 0
    const hold = (/** @type {number} */ document) => {
      if (stamps[document] === stamp) return
      stamps[document] = stamp
      sums[document] += worth
      found[document].held |= bit
    }
    stamp++
    for (const row of wordings.rows(term)) hold(owner[row])
    answers.rows(term).forEach(hold)
  }
  found.forEach((entry, document) => (entry.mix[2] = share(sums[document], total)))
}

/**
 * @param {number} part
 * @param {number} whole
 */
function share(part, whole) {
  return Math.min(WHOLE, Math.floor((part * WHOLE) / Math.max(1, whole)))
}
