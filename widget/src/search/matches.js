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
  return opened.phrases(shown).flatMap(({ chunk, phrase }) => {
    const marked = markedIn(phrase, wanted, lone, opened)
    return stretches(chunk, phrase[0].start, marked)
  })
}

/**
 * @param {Phrase} phrase
 * @param {Set<string>} wanted
 * @param {Set<string>} lone
 * @param {Opened} opened
 * @returns {boolean[]} Of each character of the phrase.
 */
function markedIn(phrase, wanted, lone, opened) {
  const chars = charsOf(phrase)
  const marked = chars.map((char) => lone.has(char))
  for (const { text, chars: own, start } of phrase) {
    const from = start - phrase[0].start
    if (!isHan(text) && wanted.has(text)) marked.fill(true, from, from + own.length)
  }
  for (let at = 0; at + 1 < chars.length; at++) {
    if (isHan(chars[at]) && wanted.has(chars[at] + chars[at + 1])) marked.fill(true, at, at + 2)
  }
  for (const [group, start, end] of opened.synonyms.find(phrase)) {
    if (wanted.has(`#${group}`)) marked.fill(true, start, end)
  }
  return marked
}

/**
 * @param {Chunk} chunk
 * @param {number} base Where the phrase starts in its chunk.
 * @param {boolean[]} marked
 */
function stretches(chunk, base, marked) {
  /** @type {Match[]} */
  const found = []
  for (let at = 0; at < marked.length; at++) {
    if (!marked[at]) continue
    const first = at
    while (marked[at + 1]) at++
    found.push(['question', chunk.spans[base + first][0], chunk.spans[base + at][1]])
  }
  return found
}

/**
 * The Han character of a query that stands beside nothing, else the empty string.
 * @param {Phrase} phrase
 */
function loneOf(phrase) {
  const chars = charsOf(phrase)
  return chars.length === 1 && isHan(chars[0]) ? chars[0] : ''
}
