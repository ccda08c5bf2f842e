/**
 * Engines' scores cannot be compared from one query to the next; how much of the query an entry
 * holds can. So confidence comes from the texts, as in spec/search-index.md section 8, with every
 * character and every word of letters weighing the same.
 */

import { CLOSE, OPEN } from './marks.js'

/**
 * @typedef {import('./index.js').Found} Found
 * @typedef {import('../search/engine.js').Hit} Hit
 */

/** Percent in common from which an entry is likely, and an answer; below FLOOR nothing was found. */
const FLOOR = 20
const LIKELY = 55
const DIRECT = 80
/** Entries of which one must reach the floor. */
const DEPTH = 3

/** @param {string} query @param {Found[]} found Best first. @returns {Hit[]} */
export function byConfidence(query, found) {
  const wanted = terms(query)
  const text = query.toLowerCase()
  const kept = found
    .filter(({ excluded }) => !excluded.some((word) => text.includes(word.toLowerCase())))
    .map((one) => ({ ...one, percent: Math.max(0, ...one.texts.map((said) => common(wanted, terms(said)))) }))
  if (kept.slice(0, DEPTH).every(({ percent }) => percent < FLOOR)) return []
  return kept.map(({ id, marked, score, percent }) => {
    const confidence = percent >= DIRECT ? 'direct' : percent >= LIKELY ? 'likely' : 'maybe'
    return { id, ...unmarked(marked), score, confidence, url: '', reading: '' }
  })
}

/** Han characters, and runs of letters or digits. @param {string} text */
const terms = (text) => new Set(text.toLowerCase().match(/[a-z0-9]+|[\p{L}\p{N}]/gu) ?? [])

/** Percent of two texts' terms in common, the first counting twice.
 * @param {Set<string>} query @param {Set<string>} text */
function common(query, text) {
  let shared = 0
  for (const term of query) if (text.has(term)) shared++
  return (shared * (200 / (query.size || 1) + 100 / (text.size || 1))) / 3
}

/** Takes the marks out of a question and says where they stood, in UTF-16 units. @param {string} marked */
function unmarked(marked) {
  let question = ''
  /** @type {[string, number, number][]} */
  const matches = []
  for (const piece of marked.split(OPEN)) {
    const [inside, ...after] = piece.split(CLOSE)
    if (after.length && inside) matches.push(['question', question.length, question.length + inside.length])
    question += inside + after.join('')
  }
  return { question, matches }
}
