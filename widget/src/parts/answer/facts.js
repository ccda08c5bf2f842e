/** What an answer needs to know about this page before it can be read: which product, which batch. */

import { holds } from '../../panel/kit.js'
import { needsBatch, needsProduct, pickBatch } from './slots.js'

/** @typedef {import('../../types.js').Answer} Answer */
/** @typedef {import('../../panel/content.js').Content} Content */

/**
 * The product meant: the page's if the answer speaks of it, else the only one it can mean.
 * @param {Answer} answer @param {string | undefined} sku
 */
function productId(answer, sku) {
  const { products } = answer
  if (sku && (!products.length || holds(products, sku))) return sku
  return products.length === 1 ? products[0] : undefined
}

/**
 * @param {Answer} answer
 * @param {import('../../types.js').Node[]} nodes The nodes in the language shown.
 * @param {{sku?: string, batch?: string}} page
 * @param {Content} content
 * @returns {Promise<import('./slots.js').Facts | null>} Null when the product must be asked for.
 */
export async function gatherFacts(answer, nodes, page, content) {
  const asksBatch = needsBatch(nodes)
  if (!asksBatch && !needsProduct(nodes)) return {}
  const sku = productId(answer, page.sku)
  const batches = asksBatch && page.batch ? await content.batches(page.batch) : []
  const batch = pickBatch(batches, sku)
  const id = sku ?? batch?.product
  const product = id ? await content.product(id) : undefined
  if (product) return { product, batch }
  return needsProduct(nodes) || batches.length > 1 ? null : { batch }
}
