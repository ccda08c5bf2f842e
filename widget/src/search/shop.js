/** A shop's answers beside whatever finds them, and how its files are read. */

import { LoadError } from './errors.js'

/**
 * @typedef {import('./engine.js').SearchOptions} SearchOptions
 * @typedef {import('./engine.js').Hit} Hit
 * @typedef {(url: string, init?: RequestInit) => Promise<Response>} Fetch
 * @typedef {Record<string, unknown>} Answer An entry of an answer file (spec/public-files.md).
 */
/**
 * What finds entries: the engine of an index or of its parts, or one on a server.
 * @template {{ id: string, shard: number }} Doc
 * @typedef {{ documents(): Doc[], document?(id: string): Doc | undefined,
 *   search(query: string, options?: SearchOptions): Hit[] | Promise<Hit[]> }} Finder
 */

/**
 * Entries that can be found, with their answers.
 * @template {{ id: string, shard: number }} Doc
 */
export class ShopIndex {
  /**
   * @param {Finder<Doc>} engine
   * @param {Fetch} fetch
   * @param {URL} answers Folder of the answer files.
   * @param {Promise<unknown>} [more] What improves the ranking and is still to come.
   * @param {Promise<unknown>} [first] What must have come before anything is found.
   */
  constructor(engine, fetch, answers, more = Promise.resolve(), first) {
    this.engine = engine
    /** What is asked: where the index is in parts, more than what lists the entries. */
    this.finder = engine
    this.first = first
    this.fetch = fetch
    this.base = answers
    /** @type {Map<number, Promise<Record<string, Answer>>>} */
    this.shards = new Map()
    this.known = new Map(engine.documents().map((doc) => [doc.id, doc]))
    /** Whether all that improves the ranking has joined. */
    this.complete = false
    /** Resolves when all that improves the ranking has joined, to false where it did not come. */
    this.ready = more.then(() => (this.complete = true), () => false)
  }

  /** All entries; where the index is in parts, the usual ones. */
  documents() {
    return this.engine.documents()
  }

  /**
   * @param {string} id
   * @returns {Doc | undefined} The entry, where what has been read holds it.
   */
  document(id) {
    return this.known.get(id) ?? this.finder.document?.(id)
  }

  /**
   * @param {string} query
   * @param {SearchOptions} [options]
   * @returns {Promise<Hit[]>}
   */
  async search(query, options) {
    await this.first
    return this.finder.search(query, options)
  }

  /**
   * @param {string} id Of an entry.
   * @param {number} [shard] That holds its answer, if it can.
   * @returns {Promise<Answer | null>} Null for an id that is nowhere.
   * @throws {LoadError} The answer file did not come; asking again tries again.
   */
  async answer(id, shard = this.known.get(id)?.shard) {
    const answers = (shard !== undefined && await this.shard(shard)) || {}
    return Object.hasOwn(answers, id) ? answers[id] : null
  }

  /** @param {number} number */
  shard(number) {
    const known = this.shards.get(number)
    if (known) return known
    const coming = readJson(this.fetch, new URL(`${number}.json`, this.base))
    this.shards.set(number, coming)
    coming.catch(() => this.shards.delete(number))
    return coming
  }
}

/** @param {string | URL} base */
export function folder(base) {
  const text = String(base)
  return text.endsWith('/') ? text : text + '/'
}

/**
 * @param {Fetch} fetch
 * @param {URL} url
 * @param {RequestCache} [cache]
 */
export async function load(fetch, url, cache) {
  const response = await fetch(url.href, cache && { cache })
  if (!response.ok) throw new LoadError(url.href, response.status)
  return response
}

/**
 * @param {Fetch} fetch
 * @param {URL} url
 * @param {RequestCache} [cache]
 */
export async function readJson(fetch, url, cache) {
  return (await load(fetch, url, cache)).json()
}
