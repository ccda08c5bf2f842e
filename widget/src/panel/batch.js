/** Finding a batch in the published shards; twin of the writer, by spec/public-files.md. */

/** @param {string} number As printed or typed. @returns {string} `[0-9A-Z]*` */
export const normaliseBatch = (number) =>
  number.replace(/[a-z]/g, (letter) => letter.toUpperCase()).replace(/[^0-9A-Z]/g, '')

/** @type {Record<string, string>} Letters that are read as digits on a package, and the other way round. */
const LOOKALIKES = { O: '0', I: '1', L: '1', Z: '2', S: '5', B: '8' }

/** One form for all numbers that look alike. @param {string} key A normalised number. */
export const foldBatch = (key) => key.replace(/[OILZSB]/g, (letter) => LOOKALIKES[letter])

/**
 * FNV-1a, 32 bits, over UTF-8 bytes.
 * @param {string} text
 * @returns {number} An unsigned 32-bit integer.
 */
export function fnv1a(text) {
  let hash = 2166136261
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 16777619)
  return hash >>> 0
}
