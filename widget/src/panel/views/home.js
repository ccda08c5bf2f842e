/** Before typing: what editors recommend, the categories, and what the shop promises. */

import { el } from '../dom.js'
import { standingOffers } from '../offers.js'
import { promisesOn } from '../status-line.js'
import { pick } from '../strings.js'
import { failureBox } from './failure.js'
import { offerPills } from './offers.js'
import { applies, categorySection, holds, questionList, row, section, skeleton, words } from './parts.js'

/** @typedef {import('../app.js').App} App */
/** @typedef {import('../../types.js').Doc} Doc */

/** Questions of the page's own product shown above the recommended ones, at most. */
const OWN = 3
/** Questions of this visit shown, at most. */
const RECENT = 3

/** @param {App} app @param {import('../trail.js').View} place @returns {Promise<import('./parts.js').Drawn>} */
export async function homeView(app, place) {
  const questions = el('div', {}, skeleton())
  const filling = fill(questions, app)
  if (app.content.isOpen) await filling // so that the way back finds the row it left from
  const offers = standingOffers(app.content.manifest, app.t.lookup)
  const ways = section(app.t.selfService, offerPills(offers, app, place))
  return { nodes: [...recent(app), ways, questions, ...categorySection(app), ...promises(app)] }
}

/** What was asked in this visit, the latest first, to be asked again with one tap.
 * @param {App} app */
function recent(app) {
  const list = el('ul', { className: 'rows' })
  for (const query of app.patience.questions.slice(-RECENT)) {
    list.prepend(row(`asked ${query}`, [document.createTextNode(query)], () => app.ask(query)))
  }
  return list.firstChild ? [section(app.t.recent, list)] : []
}

/** The questions come with the index; the categories beside them need not wait for it.
 * @param {HTMLElement} place @param {App} app */
async function fill(place, app) {
  try {
    const [own, recommended] = await Promise.all([ownEntries(app), app.content.named(app.shop.recommended)])
    place.replaceChildren(...questionSections(own, recommended, app))
  } catch (error) {
    place.replaceChildren(failureBox(error, app, () => app.retry()))
  }
}

/** What holds for the page's product and not for all: in a large shop its file says what.
 * @param {App} app @returns {Promise<Doc[]>} */
async function ownEntries({ content, page: { sku } }) {
  if (!sku) return []
  if (content.parted) return content.named(await content.entriesOf(sku))
  return (await content.engine()).documents().filter(({ products }) => holds(products, sku))
}

/** @param {Doc[]} docs Of the page's product. @param {Doc[]} recommended @param {App} app */
function questionSections(docs, recommended, app) {
  const own = docs.filter((doc) => applies(doc, app)).slice(0, OWN)
  const others = recommended.filter((doc) => applies(doc, app) && !own.some(({ id }) => id === doc.id))
  return [
    ...(own.length ? [section(app.t.forThisProduct, questionList(own, app))] : []),
    ...(others.length ? [section(app.t.recommended, questionList(others, app))] : []),
  ]
}

/** Every figure with its date and source: without them it is not shown as measured.
 * @param {App} app */
function promises(app) {
  const held = promisesOn(app.shop, app.today)
  if (!held.length) return []
  const list = el('dl', { className: 'promises' }, ...held.map((promise) => el('div', {},
    el('dt', {}, ...words(promise.label, app)),
    el('dd', {}, ...words(promise.value, app), el('small', {}, provenance(promise, app))))))
  return [section(app.t.promises, list)]
}

/** @param {import('../../types.js').Shop['promises'][number]} promise @param {App} app */
function provenance({ since, source }, app) {
  const parts = [since && app.t.since(since), source && app.t.source + pick(source, app.lang).text]
  return parts.filter(Boolean).join(app.lang === 'zh' ? '，' : '. ')
}
