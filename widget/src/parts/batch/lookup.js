/** From what was typed to what can be said about it, by the published batches and products. */

import { lastDay } from './expiry.js'

/** @typedef {import('../../types.js').Batch} Batch */
/** @typedef {import('../../types.js').Product} Product */
/** @typedef {import('../../types.js').ListedProduct} ListedProduct */
/** @typedef {import('../../panel/content.js').Content} Content */
/** @typedef {import('./typed.js').Typed} Typed */
/**
 * @typedef {object} Dates What is known of one batch.
 * @property {Product} [product]
 * @property {string} [number] As the shop writes it.
 * @property {string | null} [produced]
 * @property {string | null} [expires] Null where neither printed nor to be computed.
 * @property {'printed' | 'computed'} basis
 * @property {string} [listed] The date printed by the shop's list, where the package says another.
 */
/**
 * @typedef {{kind: 'dates', dates: Dates}
 *   | {kind: 'which', products: ListedProduct[]}
 *   | {kind: 'barcode', product?: ListedProduct}
 *   | {kind: 'future' | 'impossible', date: string}
 *   | {kind: 'nothing', similar: string[]}} Outcome
 */
/**
 * @typedef {object} Asked
 * @property {Typed} typed
 * @property {string} today
 * @property {string | undefined} sku The product of the page.
 * @property {string | null} [chosen] The product the shopper chose; null: ask.
 */

/** @param {Content} content @param {Asked} asked @returns {Promise<Outcome>} */
export async function lookUp(content, asked) {
  const { typed } = asked
  const listed = typed.gtin ? await byBarcode(content, typed.gtin) : undefined
  // A barcode the shop does not list is of another product than the page's: then it is asked for.
  const wanted = asked.chosen === undefined ? (typed.gtin ? listed?.id : asked.sku) : asked.chosen ?? undefined
  const found = await firstFound(content, typed.numbers)
  const batches = listed ? found.filter(({ product }) => product === listed.id) : found
  if (batches.length) return ofBatches(content, typed, batches, wanted)
  if (typed.produced || typed.expires) return ofDates(content, asked, wanted)
  if (typed.impossible) return { kind: 'impossible', date: typed.impossible }
  if (typed.gtin && !typed.lot) return { kind: 'barcode', product: listed }
  return { kind: 'nothing', similar: await similar(content, typed.numbers) }
}

/** @param {Content} content @param {string} gtin */
const byBarcode = async (content, gtin) =>
  (await content.products()).filter(({ barcode }) => barcode?.padStart(14, '0') === gtin)[0]

/** @param {Content} content @param {string[]} numbers @returns {Promise<Batch[]>} */
async function firstFound(content, numbers) {
  for (const number of numbers) {
    const batches = await content.batches(number)
    if (batches.length) return batches
  }
  return []
}

/** @param {Content} content @param {string[]} numbers @returns {Promise<string[]>} As the shop writes them. */
async function similar(content, numbers) {
  const found = await Promise.all(numbers.map((number) => content.lookalikes(number)))
  /** @type {Batch[][]} */
  const none = []
  return none.concat(...found).map(([{ number }]) => number)
}

/** @param {Content} content @param {Typed} typed @param {Batch[]} batches @param {string | undefined} wanted @returns {Promise<Outcome>} */
async function ofBatches(content, typed, batches, wanted) {
  const batch = batches.filter(({ product }) => product === wanted)[0] ?? (batches.length === 1 ? batches[0] : undefined)
  if (batch) return { kind: 'dates', dates: datesOf(batch, typed, await content.namedProduct(batch.product)) }
  const products = (await content.products()).filter(({ id }) => batches.some(({ product }) => product === id))
  return { kind: 'which', products }
}

/** The package in hand says more than the shop's list about it. @param {Batch} batch @param {Typed} typed @param {Product} product @returns {Dates} */
function datesOf({ number, produced, expires, basis }, typed, product) {
  const known = { product, number, produced: typed.produced ?? produced }
  if (!typed.expires) return { ...known, expires, basis }
  const contradicts = basis === 'printed' && expires !== typed.expires
  return { ...known, expires: typed.expires, basis: 'printed', listed: (contradicts && expires) || undefined }
}

/** @param {Content} content @param {Asked} asked @param {string | undefined} wanted @returns {Promise<Outcome>} */
async function ofDates(content, { typed: { produced, expires }, today }, wanted) {
  if (produced && produced > today) return { kind: 'future', date: produced }
  const product = wanted ? await content.product(wanted) : undefined
  if (expires) return { kind: 'dates', dates: { product, produced, expires, basis: 'printed' } }
  if (!product || !produced) return { kind: 'which', products: await content.products() }
  return { kind: 'dates', dates: { product, produced, expires: lastDay(produced, product.shelf), basis: 'computed' } }
}
