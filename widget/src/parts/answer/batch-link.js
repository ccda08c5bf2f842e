/** From an answer about a batch to the batch in hand, where the page does not say which it is. */

import { el } from '../../panel/kit.js'
import { needsBatch } from './slots.js'
import { STRINGS } from './strings.js'

/**
 * @param {import('../../types.js').Node[]} nodes The answer in the language shown.
 * @param {import('./slots.js').Facts} facts
 * @param {import('../../panel/app.js').App} app
 * @returns {globalThis.Node[]}
 */
export const batchLink = (nodes, { batch }, app) => (batch || !needsBatch(nodes) ? [] : [
  el('p', {}, el('button', {
    type: 'button', className: 'link', 'data-key': 'batch', onclick: () => app.go({ kind: 'batch' }),
  }, STRINGS[app.lang].checkBatch)),
])
