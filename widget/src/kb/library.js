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
 * @typedef {Hit & {kind: string, card: Card}} Result
 * @typedef {{index: string, meaning: string, cards: Record<string, Card>}} Packed What assets/kb-index.js sets.
 */

/** `assets/`, where this script is; the page itself may be replaced without a load. */
const here = new URL('.', /** @type {HTMLScriptElement} */ (document.currentScript).src)
const CODE = /^[a-z][a-z0-9]*$/

export class Library {
  /**
   * @param {Uint8Array} index
   * @param {Uint8Array} meaning The table of spec/meaning.md.
   * @param {Record<string, Card>} cards By `kind/id`.
   */
  constructor(index, meaning, cards) {
    this.engine = openBytes(index, typing)
    this.engine.opened.meaning = openMeaning(meaning, this.engine.opened)
    this.cards = cards
    this.documents = new Map(this.engine.documents().map((one) => [one.id, one]))
  }

  /**
   * @param {string} query
   * @param {number} limit
   * @returns {Result[]} Scripts whose code begins with the query come first.
   */
  search(query, limit) {
    const coded = this.byCode(query.trim().toLowerCase())
    const first = new Set(coded.map(({ id }) => id))
    const found = this.engine.search(query, { limit }).filter(({ id }) => !first.has(id))
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
  const replies = await Promise.all(['kb-index.bin', 'kb-meaning.bin', 'kb-cards.json'].map(load))
  const [index, meaning] = await Promise.all(replies.slice(0, 2).map((reply) => reply.arrayBuffer()))
  return new Library(new Uint8Array(index), new Uint8Array(meaning), await replies[2].json())
}

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
  return new Library(unpacked(index), unpacked(meaning), cards)
}

/** @param {string} packed Base64. */
const unpacked = (packed) => Uint8Array.from(atob(packed), (character) => character.charCodeAt(0))
