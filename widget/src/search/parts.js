/**
 * The search of an index in parts, by spec/search-index.md section 12; twin of dianzhi/search/parts/index.py.
 * A bundle of its own, for large shops only: it brings the ranking once more, to ask the head without the
 * engine's own limits, and borrows the rest.
 */

import { Reader } from './codec.js'
import { QUERY_LIMIT } from './constants.js'
import { unpack } from './container.js'
import { must } from './errors.js'
import { featuresOf } from './features.js'
import { chunksOf } from './normalize.js'
import { Question } from './question.js'
import { scored } from './ranking.js'
import { Shelf } from './shelf.js'
import { load } from './shop.js'

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./engine.js').Hit} Hit
 * @typedef {import('./engine.js').SearchOptions} SearchOptions
 */

/** Parts that a question is put to. */
const ASKED = 4
/**
 * Milliseconds without another question until parts are read for one. Keys follow one another by 150 to
 * 200 on a phone, so a word is not read for letter by letter; a shopper who has ended hardly feels it.
 */
const PAUSE = 200

/**
 * @param {object} given What the engine has at hand.
 * @param {Engine} given.engine Of the head, whole.
 * @param {ArrayBuffer} given.bytes Its second file, which says the parts of its entries.
 * @param {import('./opened.js').Typing} given.typing
 * @param {import('./open.js').Parts} given.parts As in the manifest.
 * @param {string} given.root Address of the published folder.
 * @param {import('./shop.js').Fetch} given.fetch
 * @param {typeof import('./engine.js').openBytes} given.openBytes
 * @returns {Parted}
 * @throws {import('./errors.js').IndexFormatError}
 */
export function openParts({ engine, bytes, typing, parts: { base, count }, root, fetch, openBytes }) {
  const { documents } = engine.opened.contents
  const { partOf, chatter } = readParts(new Uint8Array(bytes), engine.opened.contents, count)
  return new Parted(engine, partOf, chatter, async (number) => {
    const reply = await load(fetch, new URL(`${base}${number}.bin`, root))
    const part = openBytes(await reply.arrayBuffer(), typing)
    const held = new Set(part.documents().map(({ id }) => id))
    must(documents.every(({ id }, at) => partOf[at] !== number || held.has(id)), 'entries of part ' + number)
    return part
  })
}

/**
 * @param {Uint8Array} bytes
 * @param {import('./decode.js').Contents} contents Of the head.
 * @param {number} count Of parts.
 * @returns Of each document of the head the part that it stands for, and which of the ignored words are chatter.
 */
function readParts(bytes, { seal, documents, words, ignored }, count) {
  const section = unpack(bytes, seal).get('part')
  must(section, 'part')
  const reader = new Reader(section)
  const partOf = reader.times(documents.length, () => reader.below(count))
  const chatter = new Set(reader.counted(ignored.length).map((place) => words[ignored[place]]))
  reader.done()
  return { partOf, chatter }
}

/** The head of an index, and its parts as far as questions needed them. */
export class Parted {
  /** The question asked last. */
  asked = ''

  /**
   * @param {Engine} head
   * @param {number[]} partOf Of each of its documents the part that it stands for.
   * @param {Set<string>} chatter Of what it ignores all but the names of products.
   * @param {(number: number) => Promise<Engine>} read A part.
   */
  constructor(head, partOf, chatter, read) {
    this.head = head
    this.partOf = partOf
    this.chatter = chatter
    // Meaning joins as a part comes: four parts at once would hold up a phone.
    this.shelf = new Shelf(async (number) => this.understood(await read(number)))
  }

  documents() {
    return this.head.documents()
  }

  /** @param {string} id @returns {import('./documents.js').Document | undefined} Of a part that has been read. */
  document(id) {
    for (const part of this.shelf.parts) {
      for (const doc of part.documents()) if (doc.id === id) return doc
    }
    return undefined
  }

  /**
   * @param {string} query What a shopper typed.
   * @param {SearchOptions} [options]
   * @returns {Promise<Hit[]>} Best first; none of a question that was overtaken by another one before
   * anything was read for it. Of those parts that came: without the likeliest nothing is sure.
   * @throws None of the parts came whole; asking again tries again those that did not.
   */
  async search(query, options = {}) {
    const chosen = this.choose(query)
    const near = chosen.map((number) => this.shelf.at(number))
    if (options.atHand) return near[0] ? this.joined(near.filter((part) => part !== undefined), query, options) : []
    this.asked = query
    if (near.some((part) => !part)) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
      if (this.asked !== query) return []
    }
    const came = await this.read(chosen, options)
    const hits = this.joined(came.filter((part) => part !== undefined), query, options)
    // The others know their own topics alone, and take the right product for the right answer.
    return came[0] ? hits : hits.map((hit) => ({ ...hit, confidence: 'maybe' }))
  }

  /**
   * @param {number[]} chosen The likeliest first.
   * @param {SearchOptions} options
   * @returns {Promise<(Engine | undefined)[]>} Each in its place; at least one came.
   */
  async read(chosen, { lost }) {
    /** @type {unknown[]} */
    const failed = []
    const reading = chosen.map((number) => this.shelf.get(number).catch((error) => {
      failed.push(error)
      return undefined
    }))
    const came = await Promise.all(reading)
    if (failed.length) {
      if (failed.length === chosen.length) throw failed[0]
      lost?.(failed[0])
    }
    return came
  }

  /** @param {string} query @returns {number[]} The parts to ask, the likeliest first; none for mere chatter. */
  choose(query) {
    const { opened } = this.head
    const meant = opened.typing?.meantBy(opened, query) ?? query
    if (this.isChatter(meant)) return []
    const question = new Question(opened, meant)
    const found = scored(opened, question, featuresOf(opened, question), {})
      .map(({ document }) => this.partOf[document])
    return [...new Set(found.concat(this.partOf))].slice(0, ASKED)
  }

  /** @param {string} text */
  isChatter(text) {
    const { vocabulary, contents } = this.head.opened
    return chunksOf(text, contents.folds, QUERY_LIMIT)
      .every(({ chars }) => vocabulary.cut(chars).every((token) => this.chatter.has(token.text)))
  }

  /**
   * @param {Engine[]} parts The likeliest first.
   * @param {string} query
   * @param {SearchOptions} options
   */
  joined(parts, query, options) {
    /** @type {Hit[]} */
    const all = []
    for (const part of parts) all.push(...this.understood(part).search(query, options))
    const ids = new Set()
    return all.sort((a, b) => b.score - a.score)
      .filter(({ id }) => !ids.has(id) && ids.add(id))
      .slice(0, options.limit ?? 10)
  }

  /** Its meaning may come later than the part. @param {Engine} part */
  understood(part) {
    part.opened.meaning ??= this.head.opened.meaning?.of(part.opened) ?? null
    return part
  }
}
