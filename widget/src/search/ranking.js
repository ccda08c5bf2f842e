/**
 * The order of entries for a query, by spec/search-index.md section 8; twin of ranking.py.
 * Integers only, so that scores and ties agree.
 */

import {
  ANSWER_SHARE,
  DIRECT,
  FLOOR,
  FLOOR_DEPTH,
  KEYWORD_SHARE,
  LIKELY,
  NEAR_LEAST,
  NEAR_PERCENT,
  NEAR_WEIGHT,
  PRIORITY_UNIT,
  SCORE_UNIT,
  TAIL,
} from './constants.js'

/**
 * @typedef {import('./decode.js').Document} Document
 * @typedef {import('./opened.js').Opened} Opened
 * @typedef {import('./postings.js').Postings} Postings
 * @typedef {import('./question.js').Question} Question
 * @typedef {'direct' | 'likely' | 'maybe'} Confidence
 * @typedef {object} Found What speaks for one entry.
 * @property {number} score
 * @property {number} cover Worth of the query's characters found.
 * @property {number} row The best wording; -1 if only the answer holds something.
 * @property {number} near How near in meaning the nearest wording is, 0 to 1024.
 * @typedef {{ document: number, score: number, percent: number, confidence: Confidence }} Ranked
 */

/**
 * @param {Opened} opened
 * @param {Question} question
 * @param {{ limit: number, sku: string | null, platform: string | null }} options
 * @returns {Ranked[]} Highest score first, ties in author order.
 */
export function rank(opened, question, { limit, sku, platform }) {
  const { wordings, answers, contents } = opened
  const best = bestWordings(opened, question)
  addAnswers(best, question, answers)
  addMeaning(best, opened, question)
  /** @type {Ranked[]} */
  const kept = []
  best.forEach((found, document) => {
    const doc = contents.documents[document]
    const percent = percentOf(found, question.total, wordings)
    if (percent < TAIL || !holds(doc, sku, platform) || question.rulesOut(doc.excluded)) return
    const score = found.score + Math.floor((found.score * doc.priority) / PRIORITY_UNIT)
    kept.push({ document, score, percent, confidence: confidenceOf(percent) })
  })
  kept.sort((a, b) => b.score - a.score || a.document - b.document)
  const answered = kept.slice(0, FLOOR_DEPTH).some(({ percent }) => percent >= FLOOR)
  return answered ? kept.slice(0, limit) : []
}

/**
 * Whether an entry holds for a product and a platform; null asks for any.
 * @param {Document} doc
 * @param {string | null} sku
 * @param {string | null} platform
 */
function holds(doc, sku, platform) {
  /** @type {(names: string[], wanted: string | null) => boolean} */
  const fits = (names, wanted) => wanted === null || !names.length || names.includes(wanted)
  return fits(doc.products, sku) && fits(doc.platforms, platform)
}

/**
 * Visits every text that holds some evidence, ascending, with its score and cover.
 * @param {Question} question
 * @param {Postings} postings
 * @param {(row: number, score: number, cover: number) => void} visit
 */
function eachSum(question, postings, visit) {
  const rows = postings.lengths.length
  const scores = new Float64Array(rows)
  const covers = new Float64Array(rows)
  const touched = new Uint8Array(rows)
  for (const { term, score, cover } of question.evidence(postings)) {
    for (const row of postings.rows(term)) {
      scores[row] += score
      covers[row] += cover
      touched[row] = 1
    }
  }
  for (let row = 0; row < rows; row++) {
    if (touched[row]) visit(row, postings.levelled(scores[row], row), covers[row])
  }
}

/**
 * What the best wording of each entry says; of equal ones the first.
 * @param {Opened} opened
 * @param {Question} question
 * @returns {Found[]} By document; holes where nothing speaks for an entry.
 */
function bestWordings({ wordings, owner, keywordRows }, question) {
  /** @type {Found[]} */
  const best = []
  const [share, whole] = KEYWORD_SHARE
  eachSum(question, wordings, (row, total, cover) => {
    const score = keywordRows.has(row) ? Math.floor((total * share) / whole) : total
    const found = (best[owner[row]] ??= { score: -1, cover: 0, row: -1, near: 0 })
    if (score <= found.score) return
    found.score = score
    found.cover = cover
    found.row = row
  })
  return best
}

/**
 * @param {Found[]} best
 * @param {Question} question
 * @param {Postings} answers
 */
function addAnswers(best, question, answers) {
  const [share, whole] = ANSWER_SHARE
  eachSum(question, answers, (row, score, cover) => {
    const found = (best[row] ??= { score: 0, cover: 0, row: -1, near: 0 })
    found.score += Math.floor((score * share) / whole)
    found.cover = Math.max(found.cover, Math.floor((cover * share) / whole))
  })
}

/**
 * Scores as parts of the best one, with nearness in meaning on top; what is near enters.
 * @param {Found[]} best
 * @param {Opened} opened
 * @param {Question} question
 */
function addMeaning(best, { meaning, owner }, question) {
  if (!meaning) return
  const top = best.reduce((most, { score }) => Math.max(most, score), 1)
  /** @type {number[]} */
  const near = []
  meaning.nearness(question.terms).forEach((value, row) => {
    near[owner[row]] = Math.max(near[owner[row]] ?? 0, value)
  })
  near.forEach((value, document) => {
    if (value >= NEAR_LEAST) best[document] ??= { score: 0, cover: 0, row: -1, near: 0 }
  })
  best.forEach((found, document) => {
    found.near = near[document] ?? 0
    found.score = Math.floor((found.score * SCORE_UNIT) / top) + found.near * NEAR_WEIGHT
  })
}

/**
 * How much query and best wording have in common, 0 to 100, the query counting twice.
 * @param {Found} found
 * @param {number} total
 * @param {Postings} wordings
 */
function percentOf(found, total, wordings) {
  const ofQuery = shareOf(found.cover, total)
  const ofWording = found.row < 0 ? 0 : shareOf(found.cover, wordings.covers[found.row])
  const near = Math.floor((Math.max(0, found.near - NEAR_LEAST) * NEAR_PERCENT) / SCORE_UNIT)
  return Math.max(Math.floor((2 * ofQuery + ofWording) / 3), near)
}

/**
 * @param {number} part
 * @param {number} whole
 */
function shareOf(part, whole) {
  return Math.min(100, Math.floor((part * 100) / Math.max(1, whole)))
}

/**
 * @param {number} percent
 * @returns {Confidence}
 */
function confidenceOf(percent) {
  if (percent >= DIRECT) return 'direct'
  return percent >= LIKELY ? 'likely' : 'maybe'
}
