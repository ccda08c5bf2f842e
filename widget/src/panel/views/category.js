/** One category: those below it, then its questions in the editors' order. */

import { el } from '../dom.js'
import { applies, categoryTiles, questionList, words } from './parts.js'

/** @typedef {import('../app.js').App} App */

/**
 * @param {App} app
 * @param {{id: string}} view
 * @returns {Promise<import('./parts.js').Drawn>}
 */
export async function categoryView(app, { id }) {
  const category = app.categories.filter((one) => one.id === id)[0]
  const docs = (await app.content.engine()).documents()
  const inside = docs.filter((doc) => doc.category === id && applies(doc, app))
  const heading = el('h3', { className: 'question', tabIndex: -1 },
    ...words(category?.name ?? id, app), ' ', el('small', {}, app.t.listed(inside.length)))
  const list = inside.length ? questionList(inside, app) : el('p', { className: 'hint' }, app.t.emptyCategory)
  const tiles = categoryTiles(id, app)
  return { nodes: [heading, ...(tiles ? [tiles] : []), list], focus: heading }
}
