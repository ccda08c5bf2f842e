/** What can go wrong with an index. */

/** The bytes are no index that this reader knows: other version, cut short, or damaged. */
export class IndexFormatError extends Error {
  name = 'IndexFormatError'
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
