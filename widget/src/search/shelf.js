/** The parts of an index that have been read: each once, the last used ones kept. */

/** @typedef {import('./engine.js').Engine} Engine */

/** Parts kept: of three questions. Opened, a part of 450 entries takes some 4 MB of a phone. */
const KEPT = 12

export class Shelf {
  /** @param {(number: number) => Promise<Engine>} read */
  constructor(read) {
    this.read = read
    /** @type {Map<number, { coming: Promise<Engine>, part?: Engine }>} The last used one last. */
    this.places = new Map()
  }

  /** @param {number} number @returns {Engine | undefined} A part that has been read. */
  at(number) {
    return this.places.get(number)?.part
  }

  /** All parts that have been read. @returns {Engine[]} */
  get parts() {
    const found = []
    for (const { part } of this.places.values()) if (part) found.push(part)
    return found
  }

  /**
   * @param {number} number
   * @returns {Promise<Engine>} One that failed is read anew when it is asked for again.
   */
  get(number) {
    const place = this.places.get(number) ?? this.fetch(number)
    this.places.delete(number)
    this.places.set(number, place)
    for (const [oldest] of this.places) if (this.places.size > KEPT) this.places.delete(oldest)
    return place.coming
  }

  /** @param {number} number */
  fetch(number) {
    /** @type {{ coming: Promise<Engine>, part?: Engine }} */
    const place = { coming: this.read(number) }
    place.coming.then((part) => (place.part = part), () => {
      if (this.places.get(number) === place) this.places.delete(number)
    })
    return place
  }
}
