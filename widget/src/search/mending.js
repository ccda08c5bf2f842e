/** Characters put right that only sound like what was meant; twin of dianzhi/search/mending.py. */

import { QUERY_LIMIT } from './constants.js'
import { chunksOf, kindOf, splice } from './normalize.js'

/** @typedef {import('./opened.js').Opened} Opened */

/**
 * Replaces a character that makes no pair of the index with its neighbours by one that sounds alike
 * and makes a word of the index with them; of several by the one whose pairs are the most frequent.
 * @param {Opened} opened
 * @param {string} text
 */
export function mended(opened, text) {
  /** @type {import('./normalize.js').Change[]} */
  const changes = []
  for (const { chars, spans } of chunksOf(text, opened.contents.folds, QUERY_LIMIT)) {
    for (let at = 0; at < chars.length; at++) {
      const better = betterAt(opened, chars, at)
      if (!better) continue
      chars[at] = better
      changes.push([...spans[at], better])
    }
  }
  return splice(text, changes)
}

/**
 * @param {Opened} opened
 * @param {string[]} chars
 * @param {number} at
 * @returns {string} Empty where nothing is to be mended.
 */
function betterAt(opened, chars, at) {
  const before = hanAt(chars, at - 1)
  const after = hanAt(chars, at + 1)
  if (!hanAt(chars, at) || !(before || after)) return ''
  const { wordings, vocabulary } = opened
  const held = (/** @type {string} */ pair) => wordings.rows(pair).length
  if (before && held(before + chars[at])) return ''
  if (after && held(chars[at] + after)) return ''
  let best = 0
  let better = ''
  for (const char of opened.sounds().same(chars[at])) {
    const words = [before + char, char + after, before + char + after]
    const most = (before ? held(before + char) : 0) + (after ? held(char + after) : 0)
    if (most <= best || !words.some((word) => vocabulary.costs.has(word))) continue
    best = most
    better = char
  }
  return better
}

/**
 * @param {string[]} chars
 * @param {number} at
 */
function hanAt(chars, at) {
  return chars[at] && kindOf(chars[at]) === 'h' ? chars[at] : ''
}
