/** Pieces that several views are made of. */

import { el, icon } from '../dom.js'
import { pick } from '../strings.js'

/** @typedef {import('../app.js').App} App */
/** @typedef {import('../../types.js').Doc} Doc */
/**
 * @typedef {object} Drawn What a view gives back.
 * @property {globalThis.Node[]} nodes
 * @property {string} [status] Announced and shown above the view.
 * @property {boolean} [loud] Whether the status is the main thing to read.
 * @property {HTMLElement} [focus] Where a reader goes on when the view was asked for.
 * @property {() => boolean} [back] Takes a step back within the view; false when there is none left.
 */

/**
 * A text in the shopper's language; Chinese in an English panel is marked as what it is.
 * @param {import('../../types.js').Text} text
 * @param {App} app
 * @returns {globalThis.Node[]}
 */
export function words(text, app) {
  const chosen = pick(text, app.lang)
  return foreign([document.createTextNode(chosen.text)], chosen.fallback, app)
}

/** @param {globalThis.Node[]} nodes @param {boolean} fallback @param {App} app */
export function foreign(nodes, fallback, app) {
  if (!fallback) return nodes
  return [el('span', { lang: 'zh-CN' }, ...nodes), ' ', el('span', { className: 'tag' }, app.t.fallback)]
    .map((part) => (typeof part === 'string' ? document.createTextNode(part) : part))
}

/** @param {string} title @param {...globalThis.Node} children */
export const section = (title, ...children) =>
  el('section', {}, el('h3', { className: 'heading' }, title), ...children)

/** @param {string} key Names the row when the shopper comes back. @param {globalThis.Node[]} label @param {() => void} act */
export const row = (key, label, act) =>
  el('li', {}, el('button', { type: 'button', className: 'row', 'data-key': key, onclick: act },
    el('span', {}, ...label), icon('next')))

/** @param {Doc[]} docs @param {App} app */
export const questionList = (docs, app) =>
  el('ul', { className: 'rows' }, ...docs.map((doc) => questionRow(doc, app)))

/** @param {Doc} doc @param {App} app */
const questionRow = (doc, app) =>
  row(doc.id, words({ zh: doc.question, en: doc.questionEn }, app), () => app.show(doc.id))

/** Whether a list has this in it. @template T @param {T[]} list @param {T} one */
export const holds = (list, one) => list.indexOf(one) >= 0

/** Whether an entry speaks to this page: its product and platform, today. @param {Doc} doc @param {App} app */
export function applies(doc, app) {
  const { sku, platform } = app.page
  const forProduct = !sku || !doc.products.length || holds(doc.products, sku)
  return forProduct && !app.isExpired(doc.id) && (!platform || !doc.platforms.length || holds(doc.platforms, platform))
}

/** Tiles of the categories below one parent. @param {string | null} parent @param {App} app */
export function categoryTiles(parent, app) {
  const below = app.categories.filter((category) => category.parent === parent)
  if (!below.length) return null
  return el('ul', { className: 'tiles' }, ...below.map((category) => tile(category, app)))
}

/** @param {import('../../types.js').Category} category @param {App} app */
const tile = ({ id, name, icon: picture }, app) =>
  el('li', {}, el('button', {
    type: 'button', className: 'tile', 'data-key': id, onclick: () => app.go({ kind: 'category', id }),
  }, icon(picture), el('span', {}, ...words(name, app))))

/** @param {App} app */
export function categorySection(app) {
  const tiles = categoryTiles(null, app)
  return tiles ? [section(app.t.categories, tiles)] : []
}

/** A quiet way to a person, for a shopper whom no answer helped. @param {App} app */
export const personOffer = (app) => (app.tired ? [el('p', { className: 'tired' }, app.t.tired,
  el('button', { type: 'button', className: 'link', onclick: () => app.go({ kind: 'person' }) }, app.t.person))] : [])

/** Grey bars while something is read. */
export const skeleton = () =>
  el('div', { className: 'skeleton', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'), el('i'))
