/** Words of letters put right: a slip, or another form; twin of dianzhi/search/spelling.py. */

import { SPELLED_LEAST, SPELLED_REST } from './constants.js'
import { splice } from './normalize.js'
import { runsOf } from './reading.js'

/** @typedef {import('./opened.js').Opened} Opened */

/** More than any word may cost. */
const FAR = 9

/**
 * Unknown words of letters become those of the index that are meant: of several the one that costs
 * least (a slip, or two letters of an ending), then the one in most wordings, then the first.
 * @param {Opened} opened
 * @param {string} text
 */
export function respelled(opened, text) {
  if (!opened.readings.size) return text
  /** @type {import('./normalize.js').Change[]} */
  const changes = []
  for (const { letters, start, end } of runsOf(opened, text)) {
    const better = betterFor(opened, letters)
    if (better) changes.push([start, end, better])
  }
  return splice(text, changes)
}

/**
 * @param {Opened} opened
 * @param {string} word
 * @returns {string} Empty where it is known, short, unfinished, or unlike any word.
 */
function betterFor({ letters, latin, wordings }, word) {
  if (word.length < SPELLED_LEAST || letters.has(word)) return ''
  if (latin.some((known) => known.startsWith(word))) return ''
  let better = ''
  let least = FAR
  let most = 0
  for (const known of latin) {
    const cost = costOf(word, known)
    const held = wordings.rows(known).length
    if (cost === FAR || cost > least || (cost === least && held <= most)) continue
    better = known
    least = cost
    most = held
  }
  return better
}

/**
 * @param {string} word
 * @param {string} known
 * @returns {number} Slips, or half the letters of an ending.
 */
function costOf(word, known) {
  const [short, long] = word.length > known.length ? [known, word] : [word, known]
  const rest = long.length - short.length
  if (short.length < SPELLED_LEAST || rest > SPELLED_REST) return FAR
  if (long.startsWith(short)) return (rest + 1) >> 1
  const slips = rest > 2 ? 0 : slipsBetween(word, known)
  return slips && slips * SPELLED_LEAST < short.length ? slips : FAR
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {number} The least letters added, left out, changed or turned round with the next (OSA).
 */
function slipsBetween(one, other) {
  /** @type {number[]} */
  let before = []
  let last = [0]
  while (last.length <= other.length) last.push(last.length)
  for (let i = 0; i < one.length; i++) {
    const row = [i + 1]
    for (let j = 0; j < other.length; j++) {
      let cost = Math.min(row[j] + 1, last[j + 1] + 1, last[j] + (one[i] === other[j] ? 0 : 1))
      if (i && j && one[i] === other[j - 1] && other[j] === one[i - 1]) cost = Math.min(cost, before[j - 1] + 1)
      row.push(cost)
    }
    before = last
    last = row
  }
  return last[other.length]
}
