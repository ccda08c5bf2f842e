/** What became of a look-up, in words; a number that is not listed is that, and nothing worse. */

import { el, row, words } from '../../panel/kit.js'
import { datesView } from './dates.js'
import { STRINGS } from './strings.js'

/** @typedef {import('../../panel/app.js').App} App */
/** @typedef {import('./index.js').Place} Place */
/** @typedef {import('./lookup.js').Outcome} Outcome */
/** @typedef {import('./strings.js').Strings} Strings */
/** @typedef {{title: string, body: globalThis.Node[], person?: boolean}} Said `person`: offer one. */

/** Longest text repeated to the shopper. */
const LONGEST = 40

/** @param {string} typed */
const short = (typed) => typed.slice(0, LONGEST)

/**
 * @param {Outcome} outcome @param {string} typed @param {Place} place @param {App} app
 * @returns {{element: HTMLElement, heading: HTMLElement}} The heading takes the focus.
 */
export function outcomeView(outcome, typed, place, app) {
  const { title, body, person } = say(outcome, typed, place, app)
  const heading = el('h3', { className: 'question', tabIndex: -1 }, title)
  const t = STRINGS[app.lang]
  const summary = `${t.title}：${short(typed)}（${title}）`
  const button = person && el('button', {
    type: 'button', className: 'action', onclick: () => app.go({ kind: 'person', summary }),
  }, t.person)
  return { heading, element: el('article', { className: 'outcome' }, heading, ...body, button) }
}

/** @param {Outcome} outcome @param {string} typed @param {Place} place @param {App} app @returns {Said} */
function say(outcome, typed, place, app) {
  const t = STRINGS[app.lang]
  if (outcome.kind === 'dates') return datesView(outcome.dates, () => choose(null, place, app), app)
  if (outcome.kind === 'which') return which(outcome, place, app)
  if (outcome.kind === 'barcode') return barcode(outcome, app)
  if (outcome.kind === 'nothing') return nothing(outcome.similar, typed, place, app)
  return { title: t[outcome.kind](outcome.date), body: [hint(t.dateHint)] }
}

/** @param {string} text */
const hint = (text) => el('p', { className: 'hint' }, text)

/** @param {string | null} product @param {Place} place @param {App} app */
function choose(product, place, app) {
  place.product = product
  app.draw('forward')
}

/** @param {Extract<Outcome, {kind: 'which'}>} outcome @param {Place} place @param {App} app @returns {Said} */
function which({ products }, place, app) {
  const t = STRINGS[app.lang]
  const list = el('ul', { className: 'rows' },
    ...products.map(({ id, name }) => row(id, words(name, app), () => choose(id, place, app))))
  return { title: t.which, body: [hint(t.whichHint), list] }
}

/** @param {Extract<Outcome, {kind: 'barcode'}>} outcome @param {App} app @returns {Said} */
function barcode({ product }, app) {
  const t = STRINGS[app.lang]
  const name = product && el('p', { className: 'subject' }, ...words(product.name, app))
  return { title: t.barcode, body: [...(name ? [name] : []), hint(t.barcodeHint)] }
}

/** @param {string[]} similar @param {string} typed @param {Place} place @param {App} app @returns {Said} */
function nothing(similar, typed, place, app) {
  const t = STRINGS[app.lang]
  /** @param {string} number */
  const take = (number) => {
    Object.assign(place, { number, told: false })
    app.draw('forward')
  }
  const offered = similar.length ? [
    el('h4', { className: 'heading' }, t.similar),
    el('ul', { className: 'rows' }, ...similar.map((number) =>
      row(number, [document.createTextNode(number)], () => take(number)))),
  ] : []
  const body = [hint(t.nothingHint), ...offered, hint(t.tip), hint(t.where)]
  return { title: t.nothing(short(typed)), body, person: true }
}
