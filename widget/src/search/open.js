/** Opens the published index of a shop: manifest, index, answers as they are asked for. */

import { FORMAT as INDEX_FORMAT } from './container.js'
import { openBytes } from './engine.js'
import { IndexFormatError, LoadError, must } from './errors.js'

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./engine.js').SearchOptions} SearchOptions
 * @typedef {{ path: string, bytes: number, sha256: string }} File
 * @typedef {File & { format: number, more: File }} IndexFile
 * @typedef {File & { format: number }} Table
 * @typedef {{ format: number, index: IndexFile, answers: { base: string }, vectors?: Table }} Manifest
 * @typedef {(url: string, init?: RequestInit) => Promise<Response>} Fetch
 * @typedef {Record<string, unknown>} Answer An entry of an answer file (spec/public-files.md).
 */

const FORMAT = 1

/**
 * @param {object} options
 * @param {string | URL} options.base Absolute address of the folder that holds `manifest.json`.
 * @param {Fetch} [options.fetch]
 * @param {Manifest} [options.manifest] Where it has been read already.
 * @throws {IndexFormatError} Manifest or index is of another format, or damaged.
 * @throws {LoadError} A file did not come.
 */
export async function openIndex({ base, fetch = (url, init) => globalThis.fetch(url, init), manifest }) {
  const root = folder(base)
  const known = manifest ?? (await readJson(fetch, new URL('manifest.json', root), 'no-cache'))
  checkFormat(known)
  const read = (/** @type {File} */ file) => readVerified(fetch, new URL(file.path, root), file)
  const engine = openBytes(await read(known.index))
  const more = Promise.all([read(known.index.more), import('./typing.js')])
    .then(([bytes, typing]) => engine.join(bytes, typing))
    .then(() => joinMeaning(engine, known.vectors, read).catch(() => {}))
  return new ShopIndex(engine, fetch, new URL(known.answers.base, root), more)
}

/**
 * Whatever goes wrong here, words go on alone.
 * @param {Engine} engine
 * @param {Table | undefined} table
 * @param {(file: File) => Promise<ArrayBuffer>} read
 */
async function joinMeaning({ opened }, table, read) {
  if (table?.format !== FORMAT) return
  const [bytes, { openMeaning }] = await Promise.all([read(table), import('./meaning.js')])
  opened.meaning = openMeaning(bytes, opened.wordings)
}

/** An opened index with its answers. */
export class ShopIndex {
  /**
   * @param {Engine} engine
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
  if (index.format !== INDEX_FORMAT) throw new IndexFormatError(`index format ${index.format} is not ${INDEX_FORMAT}`)
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
 * @param {Fetch} fetch
 * @param {URL} url
 * @param {File} file
 */
async function readVerified(fetch, url, file) {
  const bytes = await (await load(fetch, url)).arrayBuffer()
  await verify(bytes, file)
  return bytes
}

/**
 * Holds the bytes against the manifest. Web Crypto is missing on plain http; size and the
 * checksum within the file are held in any case.
 * @param {ArrayBuffer} bytes
 * @param {File} file
 */
async function verify(bytes, file) {
  must(bytes.byteLength === file.bytes, 'the size of the manifest')
  if (!globalThis.crypto?.subtle) return
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  must(hex === file.sha256, 'the hash of the manifest')
}
