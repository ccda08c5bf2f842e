/**
 * The order of entries for a query, by spec/search-index.md section 8; twin of ranking.py.
 * Integers only, so that scores and ties agree.
 */

import { confidenceOf } from './certainty.js'
import { CATEGORY_STEPS, MIX, NEAR_LEAST, PRIORITY_UNIT, TAIL } from './constants.js'
import { featuresOf } from './features.js'

/**
 * @typedef {import('./decode.js').Document} Document
 * @typedef {import('./opened.js').Opened} Opened
 * @typedef {import('./question.js').Question} Question
 * @typedef {import('./engine.js').Context} Context
 * @typedef {{ document: number, score: number }} Scored By the place of the document.
 * @typedef {import('./certainty.js').Confidence} Confidence
 * @typedef {{ document: number, score: number, confidence: Confidence }} Ranked
 */

/**
 * @param {Opened} opened
 * @param {Question} question
 * @param {number} limit
 * @param {Context} context
 * @returns {Ranked[]} Highest score first, ties in author order; none at all if the first does not
 * seem to be about what was asked.
 */
export function rank(opened, question, limit, context) {
  const features = featuresOf(opened, question)
  const found = scored(opened, question, features, context)
  const sure = found.slice(0, limit).map(({ document, score }, at) =>
    confidenceOf(question, features, document, score - (found[at ? 0 : 1]?.score ?? 0)))
  return sure[0] ? sure.map((confidence, at) => ({ ...found[at], confidence: confidence || 'maybe' })) : []
}

/**
 * @param {Opened} opened
 * @param {Question} question
 * @param {import('./features.js').Features} features
 * @param {Context} context
 * @returns {Scored[]} All that have something in common with the question, whether they answer it or not.
 */
export function scored(opened, question, features, { sku, platform, categories = [] }) {
  const { documents } = opened.contents
  /** @type {Scored[]} */
  const found = []
  const [, , said, near] = features
  documents.forEach((doc, document) => {
    if ((said[document] < TAIL && near[document] < NEAR_LEAST) || !holds(doc, sku, platform) || question.rulesOut(doc.excluded)) return
    let mixed = 0
    MIX.forEach((weight, at) => (mixed += weight * features[at][document]))
    const steps = doc.priority + (categories.indexOf(doc.category) < 0 ? 0 : CATEGORY_STEPS)
    found.push({ document, score: mixed + Math.floor((mixed * steps) / PRIORITY_UNIT) })
  })
  return found.sort((a, b) => b.score - a.score || a.document - b.document)
}

/**
 * Whether an entry holds for a product and a platform; none given asks for any.
 * @param {Document} doc
 * @param {string | null} [sku]
 * @param {string | null} [platform]
 */
function holds(doc, sku, platform) {
  /** @type {(names: string[], wanted?: string | null) => boolean} */
  const fits = (names, wanted) => wanted == null || !names.length || names.indexOf(wanted) >= 0
  return fits(doc.products, sku) && fits(doc.platforms, platform)
}
