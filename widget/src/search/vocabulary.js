/** Cuts by the words an index carries, by spec/search-index.md section 3; twin of vocabulary.py. */

import { SINGLE_COST } from './constants.js'
import { kindOf } from './normalize.js'

/**
 * @typedef {import('./normalize.js').Chunk} Chunk
 * @typedef {object} Token A word, or a whole run of letters or digits.
 * @property {string} text
 * @property {string[]} chars
 * @property {number} start In characters of its chunk.
 * @typedef {Token[]} Phrase Tokens that stood together, chatter taken out; never empty.
 */

export class Vocabulary {
  /**
   * @param {Map<string, number>} costs In bits, of Han words with two characters and more.
   * @param {Set<string>} ignored
   */
  constructor(costs, ignored) {
    this.costs = costs
    this.ignored = ignored
    /** @type {Map<string, number>} Characters of the longest word that begins with each. */
    this.longest = new Map()
    for (const word of costs.keys()) {
      const [first, ...rest] = word
      if (rest.length >= (this.longest.get(first) ?? 0)) this.longest.set(first, rest.length + 1)
    }
  }

  /**
   * @param {string[]} chars Of a chunk.
   * @returns {Token[]} Joined they are the chunk.
   */
  cut(chars) {
    const found = []
    for (let start = 0; start < chars.length; ) {
      const kind = kindOf(chars[start])
      let end = start + 1
      while (end < chars.length && kindOf(chars[end]) === kind) end++
      const run = chars.slice(start, end)
      for (const word of kind === 'h' ? this.bestPath(run) : [run]) {
        found.push({ text: word.join(''), chars: word, start })
        start += word.length
      }
    }
    return found
  }

  /**
   * @param {Chunk[]} chunks
   * @returns {{ chunk: Chunk, phrase: Phrase }[]}
   */
  phrases(chunks) {
    const found = []
    for (const chunk of chunks) {
      /** @type {Phrase} */
      let phrase = []
      for (const token of this.cut(chunk.chars)) {
        if (!this.ignored.has(token.text)) phrase.push(token)
        else if (phrase.length) {
          found.push({ chunk, phrase })
          phrase = []
        }
      }
      if (phrase.length) found.push({ chunk, phrase })
    }
    return found
  }

  /**
   * The cheapest way through a run; of equal ways the longer first word.
   * @param {string[]} run
   * @returns {string[][]}
   */
  bestPath(run) {
    const cost = new Uint32Array(run.length + 1)
    const size = cost.map(() => 1)
    for (let i = run.length - 1; i >= 0; i--) {
      cost[i] = SINGLE_COST + cost[i + 1]
      let word = run[i]
      const last = Math.min(run.length, i + (this.longest.get(word) ?? 0))
      for (let end = i + 2; end <= last; end++) {
        word += run[end - 1]
        const price = this.costs.get(word)
        if (price === undefined || price + cost[end] > cost[i]) continue
        cost[i] = price + cost[end]
        size[i] = end - i
      }
    }
    const words = []
    for (let i = 0; i < run.length; i += size[i]) words.push(run.slice(i, i + size[i]))
    return words
  }
}
