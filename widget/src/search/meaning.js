/**
 * How near in meaning a question and the entries of an index are, by spec/meaning.md; twin of
 * meaning.py. A bundle of its own: it comes when search is up already.
 */

import { readTable } from './table.js'

/**
 * @typedef {import('./table.js').Table} Table
 * @typedef {import('./opened.js').Opened} Opened
 */

const FORMAT = 1
const FINE = 64
const UNIT = 1024

/**
 * Reads the table that a manifest names and adds meaning to an engine; of another format, none.
 * @param {import('./engine.js').Engine} engine
 * @param {import('./open.js').Table | undefined} file
 * @param {(file: import('./open.js').Table) => Promise<ArrayBuffer>} read
 */
export async function joinMeaning({ opened }, file, read) {
  if (file?.format === FORMAT) opened.meaning = openMeaning(await read(file), opened)
}

/**
 * @param {Uint8Array | ArrayBuffer} bytes Of a table.
 * @param {Opened} opened
 * @returns {Meaning}
 * @throws {import('./errors.js').IndexFormatError}
 */
export function openMeaning(bytes, opened) {
  return new Meaning(readTable(new Uint8Array(bytes)), opened)
}

/** The entries of an opened index as vectors, each the sum of all its wordings. */
export class Meaning {
  /**
   * @param {Table} table
   * @param {Opened} opened
   */
  constructor(table, { letters, wordings, owner, contents: { documents } }) {
    this.table = table
    /** Numbers of a vector with zeros up to a multiple of four, as `dot` takes them. */
    this.width = Math.ceil(table.size / 4) * 4
    this.vectors = new Int32Array(documents.length * this.width)
    for (const [term, place] of table.places) {
      letters.add(term) // no pinyin from now on
      const rows = wordings.rows(term)
      for (let at = 0; at < rows.length; ) {
        const entry = owner[rows[at]]
        let times = 1
        while (owner[rows[++at]] === entry) times++
        add(table, place, this.vectors, entry * this.width, times)
      }
    }
    this.lengths = Float64Array.from(documents, (_, entry) => this.lengthOf(this.vectors, entry))
  }

  /** @param {Opened} opened Another index, which the same table is joined to. */
  of(opened) {
    return new Meaning(this.table, opened)
  }

  /**
   * @param {Iterable<string>} terms Of a question.
   * @returns {Float64Array} Of each entry, 0 (nothing alike) to 1024.
   */
  nearness(terms) {
    const asked = new Int32Array(this.width)
    for (const term of terms) {
      const place = this.table.places.get(term)
      if (place !== undefined) add(this.table, place, asked, 0, 1)
    }
    const length = this.lengthOf(asked, 0)
    return this.lengths.map((own, entry) => {
      const alike = Math.max(0, dot(asked, this.vectors, entry * asked.length))
      return Math.floor((alike * UNIT * FINE * FINE) / Math.max(1, length * own))
    })
  }

  /**
   * @param {Int32Array} vectors
   * @param {number} entry
   */
  lengthOf(vectors, entry) {
    const own = vectors.subarray(entry * this.width, (entry + 1) * this.width)
    return Math.floor(Math.sqrt(dot(own, own, 0) * FINE * FINE))
  }
}

/**
 * Adds a vector of the table, so many times.
 * @param {Table} table
 * @param {number} place
 * @param {Int32Array} sum
 * @param {number} at
 * @param {number} times
 */
function add({ values, size }, place, sum, at, times) {
  for (let i = 0; i < size; i++) sum[at + i] += times * values[place * size + i]
}

/**
 * @param {Int32Array} one
 * @param {Int32Array} many
 * @param {number} at Where the other vector begins.
 */
function dot(one, many, at) {
  let [a, b, c, d] = [0, 0, 0, 0] // four sums side by side take two thirds of the time of one
  for (let i = 0; i < one.length; i += 4, at += 4) {
    a += one[i] * many[at]
    b += one[i + 1] * many[at + 1]
    c += one[i + 2] * many[at + 2]
    d += one[i + 3] * many[at + 3]
  }
  return a + b + c + d
}
