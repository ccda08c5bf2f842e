/** Where a shown question answers the query; twin of matches.py. */

import { charsOf, isHan } from './terms.js'

/**
 * @typedef {import('./normalize.js').Chunk} Chunk
 * @typedef {import('./opened.js').Opened} Opened
 * @typedef {import('./question.js').Question} Question
 * @typedef {import('./vocabulary.js').Phrase} Phrase
 * @typedef {[string, number, number]} Match Field, start, end in UTF-16 units, end exclusive.
 */

/**
 * @param {Opened} opened
 * @param {Question} question
 * @param {string} shown
 * @returns {Match[]} The stretches to mark: words, pairs, synonyms, lone characters.
 */
export function matchesOf(opened, question, shown) {
  const wanted = new Set([...question.terms, ...question.completions])
  const lone = new Set(question.phrases.map(loneOf))
  /** @type {Match[]} */
  const found = []
  for (const { chunk, phrase } of opened.phrases(shown)) {
    addStretches(chunk, phrase[0].start, markedIn(phrase, wanted, lone, opened), found)
  }
  return found
}

/**
 * @param {Phrase} phrase
 * @param {Set<string>} wanted
 * @param {Set<string>} lone
 * @param {Opened} opened
 * @returns {Uint8Array} Of each character of the phrase 1, where it is marked.
 */
function markedIn(phrase, wanted, lone, opened) {
  const chars = charsOf(phrase)
  const marked = Uint8Array.from(chars, (char) => Number(lone.has(char)))
  for (const { text, chars: own, start } of phrase) {
    const from = start - phrase[0].start
    if (!isHan(text) && wanted.has(text)) marked.fill(1, from, from + own.length)
  }
  for (let at = 0; at + 1 < chars.length; at++) {
    if (isHan(chars[at]) && wanted.has(chars[at] + chars[at + 1])) marked.fill(1, at, at + 2)
  }
  for (const [group, start, end] of opened.synonyms.find(phrase)) {
    if (wanted.has(`#${group}`)) marked.fill(1, start, end)
  }
  return marked
}

/**
 * @param {Chunk} chunk
 * @param {number} base Where the phrase starts in its chunk.
 * @param {Uint8Array} marked
 * @param {Match[]} found To which they are added.
 */
function addStretches(chunk, base, marked, found) {
  for (let at = 0; at < marked.length; at++) {
    if (!marked[at]) continue
    const first = at
    while (marked[at + 1]) at++
    found.push(['question', chunk.spans[base + first][0], chunk.spans[base + at][1]])
  }
}

/**
 * The Han character of a query that stands beside nothing, else the empty string.
 * @param {Phrase} phrase
 */
function loneOf(phrase) {
  const chars = charsOf(phrase)
  return chars.length === 1 && isHan(chars[0]) ? chars[0] : ''
}
