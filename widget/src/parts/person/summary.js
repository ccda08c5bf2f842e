/** What a person should know, in the shopper's words, before anything is asked again. */

/** Characters of a summary, at most: a chat window and a mail take it whole. */
export const LIMIT = 500
/** Questions of this visit that are told. */
const QUESTIONS = 3

/**
 * @param {{summary?: string, questions: string[], product: string, batch: string}} known `summary`:
 *   of the dialogue that led here; without it the questions asked in this visit stand in.
 * @param {typeof import('./strings.js').STRINGS.zh} t
 * @returns {string} One matter a line; empty when nothing is known.
 */
export function summaryOf({ summary, questions, product, batch }, t) {
  const asked = questions.slice(-QUESTIONS).join(t.semicolon)
  const lines = [summary || (asked && t.asked + asked)]
  for (const [label, value] of [[t.product, product], [t.batch, batch]]) {
    if (value && !summary?.includes(value)) lines.push(label + value)
  }
  return [...lines.filter(Boolean).join('\n')].slice(0, LIMIT).join('')
}
