/** Results as the shopper types: ranked rows with the matching words marked, or an honest nothing. */

import { ContentError } from '../content.js'
import { el } from '../dom.js'
import { markedPieces } from '../marks.js'
import { PERSON_OFFER, offersFor } from '../offers.js'
import { failureBox } from './failure.js'
import { offerLines } from './offers.js'
import { categorySection, foreign, personOffer, row, section } from './parts.js'

/** @typedef {import('../app.js').App} App */
/** @typedef {import('../../types.js').Hit} Hit */
/** @typedef {Map<string, import('../../types.js').Doc>} Docs By id. */

const LIMIT = 10
/** Of entries that only might answer, shown below one that does: more are noise. */
const ALSO = 4
/** Milliseconds that what is still to come may take before nothing is said to be found. */
const PATIENCE = 2_000

/**
 * @param {App} app
 * @param {import('../trail.js').View & {kind: 'results'}} view
 * @returns {Promise<import('./parts.js').Drawn>}
 */
export async function resultsView(app, view) {
  const { query } = view
  const engine = await app.content.engine()
  const { sku, platform } = app.page
  const limit = LIMIT + Object.keys(app.until).length
  const ask = async () => (await engine.search(query, { limit, sku, platform, lang: app.lang }))
    .filter(({ id }) => !app.isExpired(id)).slice(0, LIMIT)
  const whole = engine.complete
  const early = await ask()
  const came = whole || await Promise.race([engine.ready, pause(early.length ? 0 : PATIENCE)])
  const hits = came && !whole ? await ask() : early
  if (came === undefined) engine.ready.then(async (/** @type {boolean} */ joined) => {
    const better = joined ? JSON.stringify(await ask()) !== JSON.stringify(hits) : !hits.length
    if (better && app.trail.current === view && !app.isHeld) app.draw('again')
  }).catch(app.report)
  if (app.trail.current === view) app.searched(view, hits.length)
  const offers = offersFor(query, app.content.manifest, app.t.lookup)
  if (!hits.length) return nothing(offers, app, came === false)
  const sure = hits.filter(({ confidence }) => confidence !== 'maybe').length
  const lists = hitLists(hits, new Map(engine.documents().map((doc) => [doc.id, doc])), app)
  const person = sure ? [] : withPerson(offers).slice(offers.length)
  const quiet = sure && withPerson(offers) !== offers ? personOffer(app) : []
  return {
    nodes: [...quiet, ...offerLines(offers, app), ...lists, ...offerLines(person, app)],
    status: understood(hits, app) + (sure ? app.t.found(sure) : app.t.maybe),
    loud: !sure,
  }
}

/** What answers the question, and apart from it what only might. @param {Hit[]} hits @param {Docs} docs @param {App} app */
function hitLists(hits, docs, app) {
  /** @param {Hit[]} some */
  const list = (some) => el('ul', { className: 'rows' }, ...some.map((hit) => hitRow(hit, docs, app)))
  const sure = hits.filter(({ confidence }) => confidence !== 'maybe')
  const unsure = hits.filter(({ confidence }) => confidence === 'maybe').slice(0, sure.length ? ALSO : LIMIT)
  if (!sure.length) return [list(unsure)]
  return [list(sure), ...(unsure.length ? [section(app.t.alsoMaybe, list(unsure))] : [])]
}

/** How the query was read, where that is not as typed: pinyin, a slip of the input method.
 * @param {Hit[]} hits @param {App} app */
const understood = ([{ reading }], app) => (reading ? app.t.readAs(reading) : '')

/** @param {number} duration In milliseconds. @returns {Promise<undefined>} */
const pause = (duration) => new Promise((resolve) => setTimeout(resolve, duration))

/** A person is always offered where no sure answer is. What was lost may hold the answer: that is said.
 * @param {import('../offers.js').Offer[]} offers @param {App} app @param {boolean} lost @returns {import('./parts.js').Drawn} */
const nothing = (offers, app, lost) => ({
  nodes: [lost ? failureBox(new ContentError('missing', 'half of the index'), app, () => app.retry())
    : el('p', { className: 'hint' }, app.t.nothingHint), ...offerLines(withPerson(offers), app), ...categorySection(app)],
  status: app.t.nothing,
  loud: true,
})

/** @param {import('../offers.js').Offer[]} offers */
const withPerson = (offers) => (offers.some(({ kind }) => kind === 'person') ? offers : [...offers, PERSON_OFFER])

/** @param {Hit} hit @param {Docs} docs @param {App} app */
function hitRow(hit, docs, app) {
  const fallback = app.lang === 'en' && !docs.get(hit.id)?.questionEn
  const pieces = markedPieces(hit.question, hit.matches, 'question')
    .map(({ text, marked }) => (marked ? el('mark', {}, text) : document.createTextNode(text)))
  return row(hit.id, foreign(pieces, fallback, app), () => app.show(hit.id))
}
