/** Opens the published index of a shop: manifest, index, answers as they are asked for. */

import { FORMAT as INDEX_FORMAT } from './container.js'
import { openBytes } from './engine.js'
import { must } from './errors.js'
import { ShopIndex, folder, load, readJson } from './shop.js'

/**
 * @typedef {{ path: string, bytes: number, sha256: string }} File
 * @typedef {File & { format: number, more: File, parts?: Parts }} IndexFile
 * @typedef {{ base: string, count: number, entries: number }} Parts
 * @typedef {File & { format: number }} Table
 * @typedef {{ format: number, index: IndexFile, answers: { base: string }, vectors?: Table }} Manifest
 * @typedef {import('./shop.js').Fetch} Fetch
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
  const { more, parts } = known.index
  const engine = openBytes(await read(known.index))
  const joined = Promise.all([read(more), part('typing.js'), parts && part('parts.js')])
    .then(([bytes, typing, parted]) => {
      must(typing.meantBy && typing.soundsOf && typing.aheadOf && (!parts || parted.openParts), 'whole code')
      engine.join(bytes, typing)
      if (parts) shop.finder = parted.openParts({ engine, bytes, typing, parts, root, fetch, openBytes })
    })
  const whole = joined.then(() => known.vectors && part('meaning.js')
    .then(({ joinMeaning }) => joinMeaning(engine, known.vectors, read))
    .catch(() => {}) // words go on alone
  )
  const shop = new ShopIndex(engine, fetch, new URL(known.answers.base, root), whole, parts && joined)
  return shop
}

/**
 * A browser may remember that a module failed: where this one was asked for anew, so are its parts.
 * @param {string} name Of a module beside this one.
 */
const part = (name) => import(new URL(name + new URL(import.meta.url).search, import.meta.url).href)

/** @param {Manifest} manifest */
function checkFormat({ format, index }) {
  must(format === FORMAT, 'manifest format ' + FORMAT)
  must(index.format === INDEX_FORMAT, 'index format ' + INDEX_FORMAT)
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
  must(bytes.byteLength === file.bytes, 'its size')
  if (!globalThis.crypto?.subtle) return
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  must(hex === file.sha256, 'its hash')
}
