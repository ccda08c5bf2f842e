/** Opens the published index of a shop: manifest, index, answers as they are asked for. */

import { openBytes } from './engine.js'
import { IndexFormatError, LoadError } from './errors.js'

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./engine.js').SearchOptions} SearchOptions
 * @typedef {{ path: string, bytes: number, sha256: string, format: number }} IndexFile
 * @typedef {{ path: string, bytes: number, sha256: string }} File
 * @typedef {object} Manifest
 * @property {number} format
 * @property {IndexFile} index
 * @property {{ base: string }} answers
 * @property {File} [meaning] The module that reads `vectors`; both are there or neither.
 * @property {File & { format: number }} [vectors]
 * @typedef {(url: string, init?: RequestInit) => Promise<Response>} Fetch
 * @typedef {Record<string, unknown>} Answer An entry of an answer file (spec/public-files.md).
 */

const FORMAT = 1

/**
 * @param {object} options
 * @param {string | URL} options.base Absolute address of the folder that holds `manifest.json`.
 * @param {Fetch} [options.fetch]
 * @param {Manifest} [options.manifest] Where it has been read already.
 * @param {(url: string) => Promise<any>} [options.module] Imports a script of the shop.
 * @throws {IndexFormatError} Manifest or index is of another format, or damaged.
 * @throws {LoadError} A file did not come.
 */
export async function openIndex({
  base,
  fetch = (url, init) => globalThis.fetch(url, init),
  manifest,
  module = (url) => import(url),
}) {
  const root = folder(base)
  const known = manifest ?? (await readJson(fetch, new URL('manifest.json', root), 'no-cache'))
  checkFormat(known)
  const response = await load(fetch, new URL(known.index.path, root))
  const bytes = await response.arrayBuffer()
  await verify(bytes, known.index)
  const index = new ShopIndex(openBytes(bytes), fetch, new URL(known.answers.base, root))
  index.ready = joinMeaning(index.engine, known, root, fetch, module).catch(() => {})
  return index
}

/**
 * Whatever goes wrong here, search goes on by words alone.
 * @param {Engine} engine
 * @param {Manifest} manifest
 * @param {string} root
 * @param {Fetch} fetch
 * @param {(url: string) => Promise<any>} module
 */
async function joinMeaning(engine, { meaning, vectors }, root, fetch, module) {
  if (!meaning || vectors?.format !== FORMAT) return
  const [{ openMeaning }, response] = await Promise.all([
    module(new URL(meaning.path, root).href),
    load(fetch, new URL(vectors.path, root)),
  ])
  const bytes = await response.arrayBuffer()
  await verify(bytes, vectors)
  engine.opened.meaning = openMeaning(bytes, engine.opened.wordings)
}

/** An opened index with its answers. */
export class ShopIndex {
  /**
   * @param {Engine} engine
   * @param {Fetch} fetch
   * @param {URL} answers Folder of the answer files.
   */
  constructor(engine, fetch, answers) {
    this.engine = engine
    this.fetch = fetch
    this.base = answers
    /** @type {Map<number, Promise<Record<string, Answer>>>} */
    this.shards = new Map()
    /** @type {Map<string, number>} */
    this.shardOf = new Map(engine.documents().map(({ id, shard }) => [id, shard]))
    /** @type {Promise<void>} Resolves when all that improves the ranking has joined, or failed to. */
    this.ready = Promise.resolve()
  }

  documents() {
    return this.engine.documents()
  }

  /**
   * @param {string} query
   * @param {SearchOptions} [options]
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
    return answers[id] ?? null
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
function folder(base) {
  const text = String(base)
  return text.endsWith('/') ? text : text + '/'
}

/** @param {Manifest} manifest */
function checkFormat({ format, index }) {
  if (format !== FORMAT) throw new IndexFormatError(`manifest format ${format} is not ${FORMAT}`)
  if (index.format !== FORMAT) throw new IndexFormatError(`index format ${index.format} is not ${FORMAT}`)
}

/**
 * @param {Fetch} fetch
 * @param {URL} url
 * @param {RequestCache} [cache]
 */
async function load(fetch, url, cache) {
  const response = await fetch(url.href, cache && { cache })
  if (!response.ok) throw new LoadError(url.href, response.status)
  return response
}

/**
 * @param {Fetch} fetch
 * @param {URL} url
 * @param {RequestCache} [cache]
 */
async function readJson(fetch, url, cache) {
  return (await load(fetch, url, cache)).json()
}

/**
 * Holds the bytes against the manifest. Web Crypto is missing on plain http; size and the
 * checksum within the file are held in any case.
 * @param {ArrayBuffer} bytes
 * @param {File} file
 */
async function verify(bytes, file) {
  if (bytes.byteLength !== file.bytes) throw new IndexFormatError('index has another size')
  if (!globalThis.crypto?.subtle) return
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  if (hex !== file.sha256) throw new IndexFormatError('index has another hash')
}
