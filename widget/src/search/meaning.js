/**
 * How near in meaning a question and the wordings of an index are, by spec/meaning.md; twin of
 * meaning.py. A bundle of its own: it comes when search is up already.
 */

import { readTable } from './table.js'

/**
 * @typedef {import('./table.js').Table} Table
 * @typedef {import('./postings.js').Postings} Postings
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
  if (file?.format === FORMAT) opened.meaning = openMeaning(await read(file), opened.wordings)
}

/**
 * @param {Uint8Array | ArrayBuffer} bytes Of a table.
 * @param {Postings} wordings
 * @returns {Meaning}
 * @throws {import('./errors.js').IndexFormatError}
 */
export function openMeaning(bytes, wordings) {
  return new Meaning(readTable(new Uint8Array(bytes)), wordings)
}

/** The wordings of an opened index as vectors. */
export class Meaning {
  /**
   * @param {Table} table
   * @param {Postings} wordings
   */
  constructor(table, wordings) {
    this.table = table
    this.vectors = new Int16Array(wordings.totals.length * table.size)
    for (const term of wordings.terms) {
      for (const row of wordings.rows(term)) add(table, term, this.vectors, row * table.size)
    }
    this.lengths = [...wordings.totals].map((_, row) => this.lengthOf(this.vectors, row))
  }

  /**
   * @param {Iterable<string>} terms Of a question.
   * @returns {number[]} Of each wording, 0 (nothing alike) to 1024.
   */
  nearness(terms) {
    const asked = new Int16Array(this.table.size)
    for (const term of terms) add(this.table, term, asked, 0)
    const length = this.lengthOf(asked, 0)
    return this.lengths.map((own, row) => {
      const alike = Math.max(0, dot(asked, this.vectors, row * asked.length))
      return Math.floor((alike * UNIT * FINE * FINE) / Math.max(1, length * own))
    })
  }

  /**
   * @param {Int16Array} vectors
   * @param {number} row
   */
  lengthOf(vectors, row) {
    const { size } = this.table
    const own = vectors.subarray(row * size, (row + 1) * size)
    return Math.floor(Math.sqrt(dot(own, own, 0) * FINE * FINE))
  }
}

/**
 * Adds the vector of a term, where it has one.
 * @param {Table} table
 * @param {string} term
 * @param {Int16Array} sum
 * @param {number} at
 */
function add({ places, values, size }, term, sum, at) {
  const place = places.get(term)
  if (place === undefined) return
  for (let i = 0; i < size; i++) sum[at + i] += values[place * size + i]
}

/**
 * @param {Int16Array} one
 * @param {Int16Array} many
 * @param {number} at Where the other vector begins.
 */
function dot(one, many, at) {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += one[i] * many[at + i]
  return sum
}
