/** Opens the published index of a shop: manifest, index, answers as they are asked for. */

import { openBytes } from './engine.js'
import { IndexFormatError } from './errors.js'
import { ShopIndex, folder, load, readJson } from './shop.js'

/**
 * @typedef {{ path: string, bytes: number, sha256: string, format: number }} IndexFile
 * @typedef {{ format: number, index: IndexFile, answers: { base: string } }} Manifest
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
  const response = await load(fetch, new URL(known.index.path, root))
  const bytes = await response.arrayBuffer()
  await verify(bytes, known.index)
  return new ShopIndex(openBytes(bytes), fetch, new URL(known.answers.base, root))
}

/** @param {Manifest} manifest */
function checkFormat({ format, index }) {
  if (format !== FORMAT) throw new IndexFormatError(`manifest format ${format} is not ${FORMAT}`)
  if (index.format !== FORMAT) throw new IndexFormatError(`index format ${index.format} is not ${FORMAT}`)
}

/**
 * Holds the bytes against the manifest. Web Crypto is missing on plain http; size and the
 * checksum within the file are held in any case.
 * @param {ArrayBuffer} bytes
 * @param {IndexFile} file
 */
async function verify(bytes, file) {
  if (bytes.byteLength !== file.bytes) throw new IndexFormatError('index has another size')
  if (!globalThis.crypto?.subtle) return
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  if (hex !== file.sha256) throw new IndexFormatError('index has another hash')
}
