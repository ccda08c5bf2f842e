/** What was meant where neighbours are unknown to the index; twin of dianzhi/search/slips.py. */

import { charsOf, isHan } from './terms.js'

/**
 * @typedef {import('./opened.js').Opened} Opened
 * @typedef {import('./vocabulary.js').Phrase} Phrase
 */

/**
 * @param {Opened} opened
 * @param {Phrase[]} phrases
 * @returns {{ heard: Set<string>, turned: Set<string> }} Of neighbours that the index has nowhere: terms
 * that sound like them; the same turned round, and each with the next character but one.
 */
export function slipsOf(opened, phrases) {
  /** @type {Set<string>} */
  const heard = new Set()
  /** @type {Set<string>} */
  const turned = new Set()
  const held = (/** @type {string} */ pair) => opened.wordings.rows(pair).length > 0
  for (const phrase of phrases) {
    const chars = charsOf(phrase)
    for (let at = 0; at + 1 < chars.length; at++) {
      const [one, other] = chars.slice(at, at + 2)
      if (!isHan(one) || !isHan(other) || held(one + other)) continue
      for (const pair of opened.sounds().alike(one + other)) {
        const [first, second] = pair
        heard.add(pair)
        if (first !== one) heard.add(first)
        if (second !== other) heard.add(second)
      }
      const [before, next] = [chars[at - 1], chars[at + 2]]
      if (held(other + one)) turned.add(other + one)
      if (before && held(before + other)) turned.add(before + other)
      if (next && held(one + next)) turned.add(one + next)
    }
  }
  return { heard, turned }
}
