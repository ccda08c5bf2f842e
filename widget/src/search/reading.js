/** A query as it was meant: pinyin as characters; twin of dianzhi/search/reading.py. */

import { QUERY_LIMIT } from './constants.js'
import { spellOut } from './lattice.js'
import { chunksOf, kindOf, splice } from './normalize.js'

/**
 * @typedef {import('./normalize.js').Change} Change
 * @typedef {import('./opened.js').Opened} Opened
 * @typedef {{ letters: string, start: number, end: number }} Run Letters and where they stand.
 */

const JOINTS = " '’　"

/**
 * @param {Opened} opened
 * @param {string} text
 * @returns {string} The text with its pinyin as characters of the index.
 */
export function readingOf(opened, text) {
  if (!opened.readings.size) return text
  const stretches = stretchesOf(runsOf(opened, text), text)
  /** @type {Change[]} */
  const none = []
  return splice(text, none.concat(...stretches.map((stretch) => converted(opened, stretch, text.length))))
}

/**
 * @param {Opened} opened
 * @param {string} text
 */
export function runsOf(opened, text) {
  /** @type {Run[]} */
  const runs = []
  for (const { chars, spans } of chunksOf(text, opened.contents.folds, QUERY_LIMIT)) {
    for (let at = 0; at < chars.length; at++) {
      if (kindOf(chars[at]) !== 'a') continue
      const first = at
      while (at + 1 < chars.length && kindOf(chars[at + 1]) === 'a') at++
      runs.push({ letters: chars.slice(first, at + 1).join(''), start: spans[first][0], end: spans[at][1] })
    }
  }
  return runs
}

/**
 * Runs with nothing between them but spaces belong together.
 * @param {Run[]} runs
 * @param {string} text
 */
function stretchesOf(runs, text) {
  /** @type {Run[][]} */
  const found = []
  runs.forEach((run, i) => {
    const near = i && [...text.slice(runs[i - 1].end, run.start)].every((c) => JOINTS.includes(c))
    if (near) found[found.length - 1].push(run)
    else found.push([run])
  })
  return found
}

/**
 * A stretch as a whole if all of it is pinyin, else those of its runs that are.
 * @param {Opened} opened
 * @param {Run[]} stretch
 * @param {number} size Of the text.
 * @returns {Change[]}
 */
function converted(opened, stretch, size) {
  const known = stretch.every(({ letters }) => opened.letters.has(letters))
  if (known && stretch.length > 1) return []
  const whole = spelled(opened, stretch, size)
  if (known) return whole.filter(([, , chars]) => isRather(opened, chars, stretch[0].letters)) // women, fapiao
  if (whole.length || stretch.length === 1) return whole
  return whole.concat(...stretch
    .filter(({ letters }) => !opened.letters.has(letters))
    .map((run) => spelled(opened, [run], size)))
}

/**
 * Whether more wordings hold each pair of some characters than hold a word of letters.
 * @param {Opened} opened
 * @param {string} text Of characters.
 * @param {string} word
 */
function isRather({ wordings }, text, word) {
  const chars = [...text]
  const held = wordings.rows(word).length
  return chars.length > 1 && chars.every((char, i) => !i || wordings.rows(chars[i - 1] + char).length > held)
}

/**
 * @param {Opened} opened
 * @param {Run[]} runs
 * @param {number} size Of the text.
 * @returns {Change[]}
 */
function spelled(opened, runs, size) {
  const { start } = runs[0]
  const { end } = runs[runs.length - 1]
  const letters = runs.map((run) => run.letters)
  const chars = spellOut(opened.sounds(), letters, end === size)
  return chars ? [[start, end, chars]] : []
}
