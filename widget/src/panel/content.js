/** Everything the panel reads, each file once; what fails is forgotten, so that a retry asks again. */

import { fnv1a, foldBatch, normaliseBatch } from './batch.js'

/** @typedef {import('../types.js').Manifest} Manifest */
/** @typedef {import('../types.js').Engine} Engine */
/** @typedef {import('../types.js').Shop} Shop */
/** @typedef {import('../types.js').Doc} Doc */

const FORMAT = 1
const INDEX_FORMAT = 2
/** Milliseconds until a reply counts as lost. */
const PATIENCE = 10_000
/** Milliseconds that a question waits for meaning before it chooses parts: a part chosen without it costs a request. */
const WHOLE = 2_000

/** Why something could not be read; `code` is a key of the strings' `errors`. */
export class ContentError extends Error {
  /** @param {import('./strings.js').ErrorCode} code @param {string} message */
  constructor(code, message) {
    super(message)
    this.code = code
  }
}

/** @param {unknown} error @param {string} url */
function lost(error, url) {
  if (error instanceof ContentError) return error
  const { name } = /** @type {Error} */ (error)
  const away = navigator.onLine === false ? 'offline' : 'unreachable'
  // By name: the engine's later parts have an IndexFormatError each.
  const code = name === 'TimeoutError' ? 'slow' : /^(SyntaxError|IndexFormatError)$/.test(name) ? 'broken' : away
  return new ContentError(code, `${url}: ${error}`)
}

/**
 * @param {unknown} holds What a file must be, lest a shopper reads that something unexpected happened.
 * @param {string} url
 * @returns {asserts holds}
 * @throws {ContentError}
 */
function must(holds, url) {
  if (!holds) throw new ContentError('broken', url)
}

/**
 * Like `fetch`, but throws ContentError for every reply that is not the file asked for.
 * @param {string | URL | Request} url @param {RequestInit} [options]
 */
async function fetchFile(url, options) {
  const signal = AbortSignal.timeout(PATIENCE)
  let reply
  try {
    reply = await fetch(url, { ...options, signal })
  } catch (error) {
    throw lost(error, String(url))
  }
  if (!reply.ok) {
    throw new ContentError(reply.status === 404 ? 'missing' : 'unreachable', `${url}: ${reply.status}`)
  }
  return reply
}

/** A fetch with one file on its way already. @param {string} first Its address; to be asked for once. */
function fetchAhead(first) {
  const coming = fetchFile(first)
  coming.catch(() => {}) // heard by who asks for it
  /** @param {string} url @param {RequestInit} [options] */
  return (url, options) => (url === first ? coming : fetchFile(url, options))
}

/** `import` takes no signal: a module that does not come counts as lost all the same.
 * @template T @param {Promise<T>} coming @returns {Promise<T>} */
const inTime = (coming) => Promise.race([coming, new Promise((_, reject) =>
  setTimeout(() => reject(new DOMException('no module', 'TimeoutError')), PATIENCE))])

/** @param {string} url @param {RequestInit} [options] @returns {Promise<any>} */
async function fetchJson(url, options) {
  const reply = await fetchFile(url, options)
  const value = await reply.json().catch((error) => {
    throw error instanceof DOMException ? lost(error, url) : new ContentError('broken', `${url}: ${error}`)
  })
  must(value, url)
  return value
}

/** @param {Manifest} manifest */
const isReadable = (manifest) => manifest.format === FORMAT && manifest.index?.format === INDEX_FORMAT

/** @param {Manifest} manifest */
function requireFormat(manifest) {
  if (isReadable(manifest)) return
  throw new ContentError('format', `manifest ${manifest.format}, index ${manifest.index?.format}`)
}

/** Stands in where a manifest of another format cannot be read: the panel still opens and says so. @type {Shop} */
const NO_SHOP = {
  name: '', platform: '', languages: [], hours: [], holidays: [], holidays_until: null,
  promises: [], categories: [], recommended: [], channels: {}, routes: [],
}

export class Content {
  /** @type {Map<string, Promise<any>>} */
  #kept = new Map()
  /** The panel's own code outlives a retry: what was typed into a part is in it. @type {Map<string, Promise<any>>} */
  #modules = new Map()
  #tries = 0
  /** Whether the search engine has its index: what home lists is at hand. */
  isOpen = false

  /** @param {string} base Address of the published folder, with its final slash. @param {Manifest} manifest
   * @param {import('../types.js').PanelOptions['prove']} [prove] */
  constructor(base, manifest, prove) {
    this.base = base
    this.manifest = manifest
    this.prove = prove
  }

  get shop() {
    return isReadable(this.manifest) ? this.manifest.shop : NO_SHOP
  }

  /** @throws {ContentError} With code `format`, when this panel cannot read the manifest. */
  requireFormat() {
    requireFormat(this.manifest)
  }

  /** Reads ahead what every visit needs, unless the shopper asked to save data; a failure shows when it is needed. */
  warm() {
    const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (navigator)
    if (!connection?.saveData) this.engine().catch(() => {})
  }

  /** @template T @param {string} name @param {() => Promise<T>} read @param {Map<string, Promise<any>>} [all] @returns {Promise<T>} */
  #once(name, read, all = this.#kept) {
    const kept = all.get(name) ?? read()
    all.set(name, kept)
    kept.catch(() => all.delete(name))
    return kept
  }

  /** @param {string} path Below the published folder. @returns {Promise<any>} */
  #json(path) {
    return this.#once(path, () => fetchJson(this.base + path))
  }

  /** A module of the published folder; one that failed is asked for at another address, because a
   * browser may remember the failure. @param {string} path @param {string} needed What it must export:
   * half of it may be whole to a browser. @returns {Promise<any>} */
  #module(path, needed) {
    return this.#once(path, () => {
      const url = this.base + path + (this.#tries ? `?${this.#tries}` : '')
      const coming = this.#proven(url).then(() => import(url)).then((module) => {
        must(module[needed], url)
        return module
      })
      return inTime(coming).catch((error) => {
        this.#tries++
        throw lost(error, url)
      })
    }, this.#modules)
  }

  /** Of a large shop the engine imports one part more by itself than a pinned loader proves with it.
   * @param {string} url */
  async #proven(url) {
    const urls = this.parted ? [url, url.replace('/search.', '/parts.')] : [url]
    if (this.prove) await Promise.all(urls.filter((one, at) => urls.indexOf(one) === at).map(this.prove))
  }

  /** A later part of the panel; its bundle lies beside the panel's own.
   * @param {string} name @param {string} [needed] A view exports `view(app, place)` and `css`. @returns {Promise<any>} */
  part(name, needed = 'view') {
    return this.#module(this.#beside(name), needed)
  }

  /** @param {string} name Of a bundle that lies beside the panel's own. */
  #beside(name) {
    return this.manifest.panel.path.replace(/[^/]*$/, `${name}.js`)
  }

  /** @returns {Promise<Engine>} The search engine with its index. */
  engine() {
    return this.#once('engine', async () => {
      requireFormat(this.manifest)
      const { base, manifest } = this
      const path = manifest.engine ? this.#beside('remote') : manifest.search.path
      // Code and index go side by side: on a slow network each round trip is felt.
      const fetch = manifest.engine ? fetchFile : fetchAhead(base + manifest.index.path)
      const { openIndex } = await this.#module(path, 'openIndex')
      const engine = await openIndex({ base, manifest, fetch }).catch((/** @type {unknown} */ error) => {
        throw lost(error, manifest.index.path)
      })
      // It waits for modules too, without a limit.
      engine.ready = inTime(engine.ready).catch(() => false)
      this.isOpen = true
      // What the engine could not import it imports anew when it is itself another module.
      engine.ready.then((/** @type {boolean} */ whole) => {
        if (!whole && this.#modules.delete(path)) this.#tries++
      })
      return engine
    })
  }

  /** Whether the index is in parts: then only the usual entries are listed, and finding may ask for files. */
  get parted() {
    return Boolean(this.manifest.index?.parts && !this.manifest.engine)
  }

  /** Parts of the index have their time one by one: three of them are not given up for the fourth.
   * @param {string} query @param {import('../types.js').SearchOptions} options
   * @param {(error: ContentError) => void} [tell] Hears what was lost where the rest was asked all the same. */
  async search(query, options, tell) {
    const engine = await this.engine()
    const ask = () => engine.search(query, { ...options, lost: (error) => tell?.(lost(error, query)) })
    const whole = Promise.race([engine.ready, new Promise((resolve) => setTimeout(resolve, WHOLE))])
    const coming = this.parted ? inTime(Promise.all([whole, engine.first])).then(ask) : inTime(ask())
    return coming.catch((error) => {
      throw lost(error, query)
    })
  }

  /** @param {string} id @returns {Promise<import('../types.js').Answer | null>} Null where there is no such entry. */
  async answer(id) {
    const engine = await this.engine()
    const { index, answers } = this.manifest
    const shard = index.parts && fnv1a(id) % answers.shards
    const answer = await engine.answer(id, shard).catch((error) => {
      throw lost(error, id)
    })
    if (!answer && !engine.document(id)) return null
    must(answer && [answer.answer?.zh, answer.products, answer.media, answer.related].every(Array.isArray), id)
    return answer
  }

  /** The entries of these ids that there are; of a large shop some are known by their answers alone.
   * @param {string[]} ids @returns {Promise<Doc[]>} */
  async named(ids) {
    const engine = await this.engine()
    const found = await Promise.all(ids.map((id) => engine.document(id) ?? this.#told(id)))
    return /** @type {Doc[]} */ (found.filter(Boolean))
  }

  /** @param {string} id @returns {Promise<Doc | undefined>} */
  async #told(id) {
    const answer = await this.answer(id).catch(() => null)
    if (!answer) return undefined
    const { question, category, products, platforms } = answer
    const { zh, en } = typeof question === 'string' ? { zh: question } : question
    return { id, question: zh, questionEn: en, category, products, platforms, shard: 0 }
  }

  /** @returns {Promise<import('../types.js').ListedProduct[]>} */
  async products() {
    const list = await this.#json(`${this.manifest.products.base}list.json`)
    must(Array.isArray(list), 'products')
    return list
  }

  /** @param {string} id @returns {Promise<import('../types.js').Product | undefined>} */
  async product(id) {
    const known = (await this.products()).some((product) => product.id === id)
    return known ? this.namedProduct(id) : undefined
  }

  /** A product that a published file names: the list need not be read to know that it exists.
   * @param {string} id @returns {Promise<import('../types.js').Product>} */
  namedProduct(id) {
    return this.#json(this.#productPath(id))
  }

  /** Whether a product's file has come or is on its way. @param {string} id */
  isAsked(id) {
    return this.#kept.has(this.#productPath(id))
  }

  /** @param {string} id */
  #productPath(id) {
    return `${this.manifest.products.base}${id}.json`
  }

  /** @param {string} id Of a product, of this shop or not. @returns {Promise<string[]>} Ids of its entries for home. */
  async entriesOf(id) {
    const { entries } = (await this.product(id).catch(() => undefined)) ?? {}
    return entries ?? []
  }

  /** @param {string} number In any writing. @returns {Promise<import('../types.js').Batch[]>} */
  async batches(number) {
    const key = normaliseBatch(number)
    const shard = await this.#shard(key)
    return Object.hasOwn(shard, key) ? shard[key] : []
  }

  /** Batches whose number can be misread as this one; they stand in its own shard.
   * @param {string} number In any writing. @returns {Promise<import('../types.js').Batch[][]>} By number. */
  async lookalikes(number) {
    const key = normaliseBatch(number)
    const shard = await this.#shard(key)
    return Object.keys(shard).filter((other) => other !== key && foldBatch(other) === foldBatch(key))
      .map((other) => shard[other])
  }

  /** @param {string} key A normalised number. @returns {Promise<Record<string, import('../types.js').Batch[]>>} */
  async #shard(key) {
    const { base, shards } = this.manifest.batches
    return key && shards ? this.#json(`${base}${fnv1a(foldBatch(key)) % shards}.json`) : {}
  }

  /** @param {string} id @returns {Promise<import('../types.js').Flow | undefined>} A dialogue; none when it is not listed. */
  async flow(id) {
    const { base, list } = this.manifest.flows
    if (!list.some((flow) => flow.id === id)) return undefined
    const flow = await this.#json(`${base}${id}.json`)
    must(Object.hasOwn(flow.nodes ?? {}, flow.start), id)
    return flow
  }

  /** @param {string} src As in an answer. */
  media(src) {
    return this.base + src
  }

  /** Starts over from a fresh manifest: an old page's files may have been removed meanwhile. */
  async refresh() {
    const manifest = await fetchJson(`${this.base}manifest.json`, { cache: 'no-cache' })
    requireFormat(manifest)
    this.#kept.clear()
    this.isOpen = false
    // This panel goes on with the code it came with: its parts belong to it.
    const { panel, search } = this.manifest
    this.manifest = { ...manifest, panel, search }
  }
}
