/** The internal index with its cards, loaded once, when somebody is about to search. */

import { openBytes } from '../search/engine.js'
import { openMeaning } from '../search/meaning.js'
import * as typing from '../search/typing.js'

/**
 * @typedef {import('../search/engine.js').Hit} Hit
 * @typedef {object} Card
 * @property {string} [note] A warning, such as 草稿.
 * @property {string} [code] Of a script.
 * @property {(string | [string])[][]} [lines] Of a script.
 * @property {boolean} [over] Others stand in its place now.
 * @typedef {Hit & {kind: string, card: Card}} Result
 * @typedef {{index: string, meaning: string, cards: Record<string, Card>}} Packed What assets/kb-index.js sets.
 */

/** `assets/`, where this script is; the page itself may be replaced without a load. */
const here = new URL('.', /** @type {HTMLScriptElement} */ (document.currentScript).src)
const CODE = /^[a-z][a-z0-9]*$/
/** Milliseconds that the first search waits for meaning. */
const PATIENCE = 1_000

export class Library {
  /**
   * @param {Uint8Array} index
   * @param {Record<string, Card>} cards By `kind/id`.
   */
  constructor(index, cards) {
    this.engine = openBytes(index, typing)
    this.cards = cards
    this.documents = new Map(this.engine.documents().map((one) => [one.id, one]))
  }

  /**
   * Meaning helps, but nobody waits for it long: without it, words go on alone.
   * @param {Promise<Uint8Array>} coming The table of spec/meaning.md.
   */
  async join(coming) {
    const { opened } = this.engine
    const joined = coming.then((table) => { opened.meaning = openMeaning(table, opened) }).catch(() => {})
    await Promise.race([joined, new Promise((resolve) => setTimeout(resolve, PATIENCE))])
    return this
  }

  /**
   * @param {string} query
   * @param {number} limit
   * @returns {Result[]} Scripts whose code begins with the query come first, what is over comes last: its
   * few words are near to much, and Enter copies the first.
   */
  search(query, limit) {
    const coded = this.byCode(query.trim().toLowerCase())
    const first = new Set(coded.map(({ id }) => id))
    const found = this.engine.search(query, { limit }).filter(({ id }) => !first.has(id))
    const over = (/** @type {Hit} */ { id }) => Number(this.cards[id]?.over ?? false)
    found.sort((one, other) => over(one) - over(other))
    return [...coded, ...found].slice(0, limit).map((hit) => this.result(hit))
  }

  /**
   * @param {string} code
   * @returns {Hit[]} Shortest code first, so that an exact one leads.
   */
  byCode(code) {
    if (!CODE.test(code)) return []
    const ids = Object.keys(this.cards).filter((id) => this.cards[id].code?.startsWith(code))
    const length = (/** @type {string} */ id) => this.cards[id].code?.length ?? 0
    return ids.sort((a, b) => length(a) - length(b)).flatMap((id) => {
      const { question, url } = this.documents.get(id) ?? {}
      return question === undefined || url === undefined
        ? []
        : [{ id, question, url, score: 0, confidence: /** @type {const} */ ('direct'), matches: [], reading: '' }]
    })
  }

  /** @param {Hit} hit */
  result(hit) {
    return { ...hit, kind: hit.id.split('/')[0], card: this.cards[hit.id] ?? {} }
  }
}

/** @type {Promise<Library> | undefined} */
let coming

/** @returns {Promise<Library>} Rejects when the files did not come; the next call tries again. */
export function openLibrary() {
  coming ??= (location.protocol === 'file:' ? byScript() : byFetch()).catch((error) => {
    coming = undefined
    throw error
  })
  return coming
}

/** @param {string} path Below the site's root. */
export const pageOf = (path) => new URL(`../${path}`, here).href

async function byFetch() {
  const meaning = bytesOf('kb-meaning.bin')
  meaning.catch(() => {}) // where the others fail, nobody asks for it
  const [index, cards] = await Promise.all([bytesOf('kb-index.bin'), load('kb-cards.json').then((reply) => reply.json())])
  return new Library(index, cards).join(meaning)
}

/** @param {string} name */
const bytesOf = async (name) => new Uint8Array(await (await load(name)).arrayBuffer())

/** @param {string} name */
async function load(name) {
  const response = await fetch(new URL(name, here), { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${name}: ${response.status}`)
  return response
}

/** Pages opened from disk may load scripts and nothing else. */
async function byScript() {
  const script = document.createElement('script')
  script.src = new URL('kb-index.js', here).href
  await new Promise((resolve, reject) => {
    script.onload = resolve
    script.onerror = reject
    document.head.append(script)
  })
  const { index, meaning, cards } = /** @type {{dianzhiIndex: Packed}} */ (/** @type {unknown} */ (globalThis)).dianzhiIndex
  return new Library(unpacked(index), cards).join(Promise.resolve(unpacked(meaning)))
}

/** @param {string} packed Base64. */
const unpacked = (packed) => Uint8Array.from(atob(packed), (character) => character.charCodeAt(0))
