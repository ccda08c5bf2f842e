/** What can go wrong with an index. */

/** The bytes are no index that this reader knows: other version, cut short, or damaged. */
export class IndexFormatError extends Error {
  name = 'IndexFormatError'
}

/**
 * @param {unknown} holds
 * @param {string} what Must hold.
 * @returns {asserts holds}
 * @throws {IndexFormatError}
 */
export function must(holds, what) {
  if (!holds) throw new IndexFormatError('not so: ' + what)
}

/** A published file did not come. */
export class LoadError extends Error {
  name = 'LoadError'

  /**
   * @param {string} url
   * @param {number} status Of HTTP.
   */
  constructor(url, status) {
    super(`${url}: HTTP ${status}`)
    this.status = status
  }
}
