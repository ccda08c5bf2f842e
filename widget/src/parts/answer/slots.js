/** Values known only on the page: facts of the product shown and of the batch in hand. */

/** @typedef {import('../../types.js').Node} Node */
/** @typedef {import('../../types.js').Text} Text */
/** @typedef {import('../../types.js').Batch} Batch */
/** @typedef {{product?: import('../../types.js').Product, batch?: Batch}} Facts */

/**
 * Every slot name in a tree of nodes.
 * @param {Node[]} nodes
 * @returns {Set<string>}
 */
export function slotNames(nodes) {
  const names = new Set()
  /** @param {unknown} node */
  const visit = (node) => {
    if (!Array.isArray(node)) return
    if (node[0] === 'slot') names.add(node[1]?.name)
    node.slice(1).forEach(visit)
  }
  nodes.forEach(visit)
  return names
}

/** @param {Node[]} nodes */
export const needsProduct = (nodes) => [...slotNames(nodes)].some((name) => name.startsWith('product.'))

/** @param {Node[]} nodes */
export const needsBatch = (nodes) => [...slotNames(nodes)].some((name) => name.startsWith('batch.'))

/**
 * The value of one slot, or undefined: then the page says 以包装标注为准 and nothing else.
 * @param {string} name `product.<field>` or `batch.<field>`.
 * @param {Facts} facts
 * @returns {Text | undefined}
 */
export function slotValue(name, facts) {
  const [kind, field] = name.split('.')
  const slots = kind === 'product' ? facts.product?.slots : kind === 'batch' ? facts.batch?.slots : undefined
  return slots && Object.hasOwn(slots, field) && slots[field] ? slots[field] : undefined
}

/** A date that was computed, not printed, must say so beside it.
 * @param {string} name @param {Facts} facts */
export const isComputed = (name, facts) => name === 'batch.expires' && facts.batch?.basis === 'computed'

/**
 * The batch meant among those that share a number, or undefined when the product must be asked.
 * @param {Batch[]} batches
 * @param {string | undefined} sku
 */
export function pickBatch(batches, sku) {
  if (sku) return batches.filter(({ product }) => product === sku)[0]
  return batches.length === 1 ? batches[0] : undefined
}
