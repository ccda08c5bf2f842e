/** The section of documents, by spec/search-index.md section 7; twin of a part of decode.py. */

import { sum } from './codec.js'

/** @typedef {import('./codec.js').Reader} Reader */

/**
 * @typedef {object} Document
 * @property {string} id
 * @property {string} question
 * @property {string} questionEn
 * @property {string} url
 * @property {string} category
 * @property {number} shard
 * @property {number} priority
 * @property {string[]} products
 * @property {string[]} platforms
 * @property {string[]} excluded Folded `not` words.
 */

/**
 * @param {Reader} reader
 * @returns {Document[]} Still without their questions, which the section of texts holds.
 */
export function readDocuments(reader) {
  const count = reader.number()
  const names = reader.strings(reader.number())
  /** @type {<T>(read: () => T) => T[]} */
  const column = (read) => reader.times(count, read)
  const [ids, questionsEn, urls] = reader.times(3, () => reader.strings(count))
  const categories = column(() => names[reader.below(names.length)])
  const shards = column(() => reader.number())
  const priorities = column(() => reader.number())
  const lists = () => column(() => reader.counted(names.length).map((i) => names[i]))
  const [products, platforms] = [lists(), lists()]
  const sizes = column(() => reader.number())
  const excluded = reader.strings(sum(sizes))
  let at = 0
  return ids.map((id, i) => ({
    id,
    question: '',
    questionEn: questionsEn[i],
    url: urls[i],
    category: categories[i],
    shard: shards[i],
    priority: priorities[i],
    products: products[i],
    platforms: platforms[i],
    excluded: excluded.slice(at, (at += sizes[i])),
  }))
}
