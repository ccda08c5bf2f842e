/** Which product? Asked when the answer depends on it and the page does not say. */

import { el, holds, row, words } from '../../panel/kit.js'
import { STRINGS } from './strings.js'

/** @typedef {import('../../panel/app.js').App} App */

/**
 * @param {App} app
 * @param {string[]} ids Products that the answer speaks of; empty for all.
 * @returns {Promise<globalThis.Node[]>}
 */
export async function productQuestion(app, ids) {
  const products = (await app.content.products()).filter(({ id }) => !ids.length || holds(ids, id))
  const heading = el('h4', { className: 'which' }, STRINGS[app.lang].whichProduct)
  const list = el('ul', { className: 'rows' },
    ...products.map(({ id, name }) => row(id, words(name, app), () => app.choose(id))))
  return [heading, el('p', { className: 'hint' }, STRINGS[app.lang].whichHint), list]
}
