/** Whether an entry is about what was asked, by spec/search-index.md section 8; twin of certainty.py. */

import {
  ANSWERED,
  ANSWERED_ALONE,
  CERTAIN_BEST,
  CERTAIN_LEAD,
  CERTAIN_MISSING,
  CERTAIN_TOLD,
  DIRECT,
  LIKELY,
  NEAR_LEAST,
  STORY,
  TOLD_MOST,
  WORDINGS_MOST,
} from './constants.js'

/** @typedef {'direct' | 'likely' | 'maybe'} Confidence */

/**
 * How surely an entry is about a question. It answers if it holds all that was asked, or is sure enough:
 * surer the more wordings it has, and where it holds nothing of it. What it says nowhere counts against
 * it the more wordings it has and the shorter the question is.
 * @param {import('./question.js').Question} question
 * @param {import('./features.js').Features} features
 * @param {number} document The entry.
 * @param {number} lead Its score less that of the best other entry.
 * @returns {Confidence | ''} Empty where the entry alone were no answer.
 */
export function confidenceOf({ content }, [best, , , near, count, held], document, lead) {
  let told = 0
  let missing = 0
  let at = 0
  for (const rarity of content.values()) {
    if ((held[document] >> at++) & 1) told++
    else missing = Math.max(missing, rarity)
  }
  missing = Math.floor((missing * STORY) / Math.max(STORY, content.size))
  const part = (/** @type {number} */ value) => Math.floor((value * Math.min(count[document], WORDINGS_MOST)) / WORDINGS_MOST)
  const sure =
    CERTAIN_TOLD * Math.min(told, TOLD_MOST) + CERTAIN_BEST * best[document] + CERTAIN_LEAD * lead - CERTAIN_MISSING * part(missing)
  if (sure >= LIKELY) return sure >= DIRECT ? 'direct' : 'likely'
  const line = told ? ANSWERED_ALONE + part(ANSWERED - ANSWERED_ALONE) : ANSWERED
  // Asked in letters: an entry in Chinese holds none of them.
  return told === content.size || sure >= (missing || near[document] < NEAR_LEAST ? line : 0) ? 'maybe' : ''
}
