/** Whether an entry is about what was asked, by spec/search-index.md section 8; twin of certainty.py. */

import {
  ANSWERED,
  CERTAIN_BEST,
  CERTAIN_MISSING,
  CERTAIN_TOLD,
  DIRECT,
  LIKELY,
  MARGIN,
  TOLD_MOST,
  WORDINGS_MOST,
} from './constants.js'

/** @typedef {'direct' | 'likely' | 'maybe'} Confidence */

/**
 * How surely an entry is about a question, in logits / 5120. What it says nowhere counts against it
 * the more wordings it has.
 * @param {import('./question.js').Question} question
 * @param {import('./features.js').Features} entry
 * @returns {{ certainty: number, answers: boolean }} Whether it would be worth showing first: it holds
 * all that was asked, or is sure enough.
 */
export function certaintyOf({ content }, { mix, wordings, held }) {
  let told = 0
  let missing = 0
  ;[...content.values()].forEach((rarity, at) => {
    if ((held >> at) & 1) told++
    else missing = Math.max(missing, rarity)
  })
  const unsaid = Math.floor((missing * Math.min(wordings, WORDINGS_MOST)) / WORDINGS_MOST)
  const certainty = CERTAIN_TOLD * Math.min(told, TOLD_MOST) + CERTAIN_BEST * mix[0] - CERTAIN_MISSING * unsaid
  return { certainty, answers: told === content.size || certainty >= ANSWERED }
}

/**
 * @param {number} certainty
 * @param {number} margin Lead over the best other entry.
 * @returns {Confidence}
 */
export function confidenceOf(certainty, margin) {
  const trust = certainty + MARGIN * margin
  if (trust >= DIRECT) return 'direct'
  return trust >= LIKELY ? 'likely' : 'maybe'
}
