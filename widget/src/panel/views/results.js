/** Results as the shopper types: ranked rows with the matching words marked, or an honest nothing. */

import { el } from '../dom.js'
import { markedPieces } from '../marks.js'
import { categorySection, foreign, personOffer, row, section } from './parts.js'

/** @typedef {import('../app.js').App} App */
/** @typedef {import('../../types.js').Hit} Hit */

const LIMIT = 10

/**
 * @param {App} app
 * @param {{query: string}} view
 * @returns {Promise<import('./parts.js').Drawn>}
 */
export async function resultsView(app, { query }) {
  const engine = await app.content.engine()
  const { sku, platform } = app.page
  const limit = LIMIT + Object.keys(app.until).length
  const hits = (await engine.search(query, { limit, sku, platform, lang: app.lang }))
    .filter(({ id }) => !app.isExpired(id)).slice(0, LIMIT)
  app.searched(query, hits.length)
  if (!hits.length) return nothing(app)
  const docs = new Map(engine.documents().map((doc) => [doc.id, doc]))
  /** @param {Hit[]} some */
  const list = (some) => el('ul', { className: 'rows' }, ...some.map((hit) => hitRow(hit, docs, app)))
  const sure = hits.filter(({ confidence }) => confidence !== 'maybe')
  const unsure = hits.filter(({ confidence }) => confidence === 'maybe')
  /** @type {globalThis.Node[]} */
  const nodes = sure.length ? [list(sure)] : []
  if (unsure.length) nodes.push(sure.length ? section(app.t.alsoMaybe, list(unsure)) : list(unsure))
  const status = sure.length ? app.t.found(sure.length) : app.t.maybe
  return { nodes: [...personOffer(app), ...nodes], status: understood(hits, app) + status, loud: !sure.length }
}

/** How the query was read, where that is not as typed: pinyin, a slip of the input method.
 * @param {Hit[]} hits @param {App} app */
const understood = ([{ reading }], app) => (reading ? app.t.readAs(reading) : '')

/** @param {App} app @returns {import('./parts.js').Drawn} */
const nothing = (app) => ({
  nodes: [el('p', { className: 'hint' }, app.t.nothingHint), ...personOffer(app), ...categorySection(app)],
  status: app.t.nothing,
  loud: true,
})

/** @param {Hit} hit @param {Map<string, import('../../types.js').Doc>} docs @param {App} app */
function hitRow(hit, docs, app) {
  const fallback = app.lang === 'en' && !docs.get(hit.id)?.questionEn
  const pieces = markedPieces(hit.question, hit.matches, 'question')
    .map(({ text, marked }) => (marked ? el('mark', {}, text) : document.createTextNode(text)))
  return row(hit.id, foreign(pieces, fallback, app), () => app.show(hit.id))
}
