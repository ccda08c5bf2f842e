/** A shop's answers beside whatever finds them, and how its files are read. */

import { LoadError } from './errors.js'

/**
 * @typedef {import('./engine.js').SearchOptions} SearchOptions
 * @typedef {import('./engine.js').Hit} Hit
 * @typedef {(url: string, init?: RequestInit) => Promise<Response>} Fetch
 * @typedef {Record<string, unknown>} Answer An entry of an answer file (spec/public-files.md).
 */
/**
 * What finds entries: the engine of an index, or one on a server.
 * @template {{ id: string, shard: number }} Doc
 * @typedef {{ documents(): Doc[], search(query: string, options?: SearchOptions): Hit[] | Promise<Hit[]> }} Finder
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
   * @param {Promise<void>} [more] What improves the ranking and is still to come.
   */
  constructor(engine, fetch, answers, more = Promise.resolve()) {
    this.engine = engine
    this.fetch = fetch
    this.base = answers
    /** @type {Map<number, Promise<Record<string, Answer>>>} */
    this.shards = new Map()
    /** @type {Map<string, number>} */
    this.shardOf = new Map(engine.documents().map(({ id, shard }) => [id, shard]))
    /** Whether all that improves the ranking has joined. */
    this.complete = false
    /** Resolves when all that improves the ranking has joined, to false where it did not come. */
    this.ready = more.then(() => (this.complete = true), () => false)
  }

  documents() {
    return this.engine.documents()
  }

  /**
   * @param {string} query
   * @param {SearchOptions} [options]
   * @returns {Promise<Hit[]>}
   */
  async search(query, options) {
    return this.engine.search(query, options)
  }

  /**
   * @param {string} id Of an entry.
   * @returns {Promise<Answer | null>} Null for an id that is not in this index.
   * @throws {LoadError} The answer file did not come; asking again tries again.
   */
  async answer(id) {
    const shard = this.shardOf.get(id)
    if (shard === undefined) return null
    const answers = await this.shard(shard)
    return answers?.[id] ?? null
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
