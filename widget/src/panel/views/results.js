/** Results as the shopper types: ranked rows with the matching words marked, or an honest nothing. */

import { el } from '../dom.js'
import { markedPieces } from '../marks.js'
import { PERSON_OFFER, offersFor } from '../offers.js'
import { failureBox } from './failure.js'
import { LIMIT, found } from './finding.js'
import { offerLines } from './offers.js'
import { categorySection, foreign, holds, personOffer, row, section, words } from './parts.js'

/** @typedef {import('../app.js').App} App */
/** @typedef {import('../../types.js').Hit} Hit */
/** @typedef {import('../content.js').ContentError} ContentError */
/** @typedef {import('../../types.js').Engine} Engine */

/** Of entries that only might answer, shown below one that does: more are noise. */
const ALSO = 4
/** Milliseconds that a list stands before names of products are asked for: who types on needs none of them. */
const STANDS = 300

/**
 * @param {App} app
 * @param {import('../trail.js').View & {kind: 'results'}} view
 * @returns {Promise<import('./parts.js').Drawn>}
 */
export async function resultsView(app, view) {
  const { hits, lost } = await found(app, view)
  if (app.trail.current === view) app.searched(view, hits.length)
  const offers = offersFor(view.query, app.content.manifest, app.t.lookup)
  if (!hits.length) return nothing(offers, app, lost)
  const sure = hits.filter(({ confidence }) => confidence !== 'maybe').length
  const lists = hitLists(hits, await app.content.engine(), app)
  const person = sure ? [] : withPerson(offers).slice(offers.length)
  const quiet = sure && withPerson(offers) !== offers ? personOffer(app) : []
  return {
    nodes: [...(sure ? [] : loss(lost, app)), ...quiet, ...offerLines(offers, app), ...lists, ...offerLines(person, app)],
    status: understood(hits, app) + (sure ? app.t.found(sure) : app.t.maybe),
    loud: !sure,
  }
}

/** What answers the question, and apart from it what only might. @param {Hit[]} hits @param {Engine} engine @param {App} app */
function hitLists(hits, engine, app) {
  /** @param {Hit[]} some */
  const list = (some) => el('ul', { className: 'rows' }, ...some.map((hit) => hitRow(hit, engine, app)))
  const sure = hits.filter(({ confidence }) => confidence !== 'maybe')
  const unsure = hits.filter(({ confidence }) => confidence === 'maybe').slice(0, sure.length ? ALSO : LIMIT)
  if (!sure.length) return [list(unsure)]
  return [list(sure), ...(unsure.length ? [section(app.t.alsoMaybe, list(unsure))] : [])]
}

/** How the query was read, where that is not as typed: pinyin, a slip of the input method.
 * @param {Hit[]} hits @param {App} app */
const understood = ([{ reading }], app) => (reading ? app.t.readAs(reading) : '')

/** A person is always offered where no sure answer is. What was lost may hold the answer: that is said.
 * @param {import('../offers.js').Offer[]} offers @param {App} app @param {ContentError | undefined} lost
 * @returns {import('./parts.js').Drawn} */
const nothing = (offers, app, lost) => ({
  nodes: [...(lost ? loss(lost, app) : [el('p', { className: 'hint' }, app.t.nothingHint)]),
    ...offerLines(withPerson(offers), app), ...categorySection(app)],
  status: app.t.nothing,
  loud: true,
})

/** What is not sure to answer must not stand as all there is. @param {ContentError | undefined} lost @param {App} app */
const loss = (lost, app) => (lost ? [failureBox(lost, app, () => app.retry())] : [])

/** @param {import('../offers.js').Offer[]} offers */
const withPerson = (offers) => (offers.some(({ kind }) => kind === 'person') ? offers : [...offers, PERSON_OFFER])

/** @param {Hit} hit @param {Engine} engine @param {App} app */
function hitRow(hit, engine, app) {
  const doc = engine.document(hit.id)
  const fallback = app.lang === 'en' && !doc?.questionEn
  const pieces = markedPieces(hit.question, hit.matches, 'question')
    .map(({ text, marked }) => (marked ? el('mark', {}, text) : document.createTextNode(text)))
  const label = [...foreign(pieces, fallback, app), ...otherProduct(doc?.products ?? [], app)]
  return row(hit.id, label, () => app.show(hit.id))
}

/** Whose answer it is, where it is not the page's product's. The list waits for no name: it comes after.
 * @param {string[]} products Ids; none for all. @param {App} app */
function otherProduct(products, app) {
  const { content, page: { sku } } = app
  if (!sku || !products.length || holds(products, sku)) return []
  const label = el('small', {}, app.t.otherProduct)
  const named = () => content.namedProduct(products[0]).then(({ name }) => label.replaceChildren(
    app.t.ofProduct, ...words(name, app), products.length > 1 ? app.t.andOthers : '',
  )).catch(() => {}) // what stands there is true as well
  if (content.isAsked(products[0])) named()
  else setTimeout(() => label.isConnected && named(), STANDS)
  return [document.createTextNode(' '), label]
}
