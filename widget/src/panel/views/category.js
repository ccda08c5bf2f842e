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
  const count = (app.content.parted && category?.count) || inside.length
  const heading = el('h3', { className: 'question', tabIndex: -1 },
    ...words(category?.name ?? id, app), ' ', el('small', {}, app.t.listed(count)))
  const tiles = categoryTiles(id, app)
  return {
    nodes: [
      heading,
      ...(count > inside.length ? [hint(app.t.moreBySearch)] : []),
      ...(tiles ? [tiles] : []),
      ...(inside.length ? [questionList(inside, app)] : count ? [] : [hint(app.t.emptyCategory)]),
    ],
    focus: heading,
  }
}

/** @param {string} text */
const hint = (text) => el('p', { className: 'hint' }, text)
