/**
 * Stands in for the search engine where a shop has one on a server: the same interface, the same
 * answers from the same files, hits from the server. It needs no index; when the server does not
 * answer in time, the index that every build has is read, and asked until the page is left.
 */

import { IndexFormatError } from '../search/errors.js'
import { ShopIndex, folder, readJson } from '../search/shop.js'
import { byConfidence } from './confidence.js'
import { meilisearch } from './meilisearch.js'
import { opensearch } from './opensearch.js'

export { IndexFormatError }

/**
 * @typedef {import('../types.js').Manifest} Manifest
 * @typedef {import('../search/engine.js').SearchOptions} SearchOptions
 * @typedef {import('../search/engine.js').Hit} Hit
 * @typedef {import('../search/shop.js').Fetch} Fetch
 * @typedef {NonNullable<Manifest['engine']>} Server
 * @typedef {{ id: string, texts: string[], marked: string, score: number, excluded: string[] }} Found
 * An entry as an engine finds it; `marked` is the question shown, with OPEN and CLOSE in it.
 * @typedef {{ url: string, body: object, read(reply: any): Found[] }} Exchange
 * @typedef {Required<Omit<SearchOptions, 'atHand' | 'lost'>>} Asked
 * @typedef {(server: Server, query: string, options: Asked) => Exchange} Adapter
 */

const FORMAT = 1
/** Milliseconds that the server has; a shopper waits no longer for the first reply of the index. */
const PATIENCE = 1_500
/** Hits asked for beyond those wanted: some are left out here. */
const SPARE = 5

/** @type {Record<string, Adapter>} */
const ADAPTERS = { meilisearch, opensearch }

/**
 * @param {object} options
 * @param {string | URL} options.base
 * @param {Manifest} options.manifest With `engine` and `documents`.
 * @param {Fetch} [options.fetch] For the shop's own files.
 */
export async function openIndex({ base, manifest, fetch = (url, init) => globalThis.fetch(url, init) }) {
  const { engine, documents } = manifest
  if (manifest.format !== FORMAT || !engine || !documents) throw new IndexFormatError('no engine')
  const root = folder(base)
  const listed = await readJson(fetch, new URL(documents.path, root))
  const remote = new Remote(engine, listed, () => openOwn(root, manifest, fetch))
  return new ShopIndex(remote, fetch, new URL(manifest.answers.base, root))
}

/** @param {string} root @param {Manifest} manifest @param {Fetch} fetch */
async function openOwn(root, manifest, fetch) {
  const module = await import(root + manifest.search.path)
  try {
    const index = await module.openIndex({ base: root, manifest, fetch })
    await index.ready
    return index
  } catch (error) {
    throw error instanceof module.IndexFormatError ? new IndexFormatError(String(error)) : error
  }
}

class Remote {
  /** @type {Promise<{ search(query: string, options?: SearchOptions): Promise<Hit[]> }> | undefined} */
  #own

  /** @param {Server} server @param {import('../types.js').Doc[]} docs @param {() => Promise<any>} openOwn */
  constructor(server, docs, openOwn) {
    this.server = server
    this.docs = docs
    this.openOwn = openOwn
  }

  documents() {
    return this.docs
  }

  /** @param {string} query @param {SearchOptions} [options] @returns {Promise<Hit[]>} */
  async search(query, { limit = 10, sku = null, platform = null, categories = [], lang = 'zh', lost } = {}) {
    const options = { limit, sku, platform, categories, lang }
    if (!query.trim()) return []
    if (!this.#own) {
      const found = await this.#ask(query, { ...options, limit: limit + SPARE }).catch(() => null)
      if (found) return byConfidence(query, found).slice(0, limit)
    }
    this.#own ??= this.openOwn()
    this.#own.catch(() => (this.#own = undefined))
    return (await this.#own).search(query, { ...options, lost })
  }

  /** @param {string} query @param {Asked} options */
  async #ask(query, options) {
    const { url, body, read } = ADAPTERS[this.server.kind](this.server, query, options)
    const { key } = this.server
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(key && { Authorization: `Bearer ${key}` }) },
      body: JSON.stringify(body),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE),
    })
    if (!reply.ok) throw new Error(`${url}: ${reply.status}`)
    return read(await reply.json())
  }
}
