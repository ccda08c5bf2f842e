/** One answer: its text with this page's values filled in, its dates, and where to go from here. */

import { applies, el, foreign, pick, questionList, section, wayOut, words } from '../../panel/kit.js'
import { batchLink } from './batch-link.js'
import { gatherFacts } from './facts.js'
import { copyLink } from './link.js'
import { buildNodes } from './nodes.js'
import { productQuestion } from './product.js'
import { rating } from './rating.js'
import { isComputed, slotValue } from './slots.js'
import { STRINGS } from './strings.js'

export { default as css } from './answer.css'

/** @typedef {import('../../panel/app.js').App} App */
/** @typedef {import('./slots.js').Facts} Facts */
/** @typedef {import('../../types.js').Answer} Answer */

/**
 * @param {App} app
 * @param {{id: string}} view
 * @returns {Promise<import('../../panel/views/parts.js').Drawn>}
 */
export async function view(app, { id }) {
  const answer = await app.content.answer(id)
  if (!answer) return { nodes: [notice(STRINGS[app.lang].unknown), ...wayOut(app)] }
  const heading = el('h3', { className: 'question', tabIndex: -1 }, ...words(answer.question, app))
  const content = isExpired(answer, app.today) ? [notice(STRINGS[app.lang].expired), ...wayOut(app)] : await contentOf(id, answer, app)
  return { nodes: [el('article', {}, heading, ...content), related(answer, app)], focus: heading }
}

/** @param {string} text */
const notice = (text) => el('p', { className: 'notice', role: 'status' }, text)

/** @param {Answer} answer @param {string} today */
const isExpired = ({ until }, today) => until !== null && until < today

/** @param {string} id @param {Answer} answer @param {App} app @returns {Promise<globalThis.Node[]>} */
async function contentOf(id, answer, app) {
  const english = app.lang === 'en' && answer.answer.en
  const tree = english || answer.answer.zh
  const facts = await gatherFacts(answer, tree, app.page, app.content)
  if (!facts) return productQuestion(app, answer.products)
  const text = el('div', { className: 'answer' }, ...buildNodes(tree, hooks(facts, app)))
  text.querySelectorAll('table').forEach(scrollable)
  app.wasRead(id)
  const said = foreign([text], app.lang === 'en' && !english, app)
  const after = [dates(answer, app), rating(id, app, copyLink(id, app))]
  return [...chip(facts, answer, app), ...said, ...batchLink(tree, facts, app), ...pictures(answer, app), ...after]
}

/** @param {Facts} facts @param {App} app @returns {import('./nodes.js').Hooks} */
const hooks = (facts, app) => ({
  document,
  media: (src) => app.content.media(src),
  show: (id) => app.show(id),
  slot: (name) => slot(name, facts, app),
})

/** @param {string} name @param {Facts} facts @param {App} app */
function slot(name, facts, app) {
  const value = slotValue(name, facts)
  if (!value) return el('span', { className: 'missing' }, STRINGS[app.lang].onPackage)
  return el('span', { className: 'slot' }, pick(value, app.lang).text, isComputed(name, facts) && STRINGS[app.lang].computed)
}

/** Wide tables scroll on their own, by keyboard too. @param {HTMLTableElement} table */
function scrollable(table) {
  const frame = el('div', { className: 'wide', tabIndex: 0 })
  table.replaceWith(frame)
  frame.append(table)
}

/** The product the values are of, and a way to mean another. @param {Facts} facts @param {Answer} answer @param {App} app */
function chip({ product }, answer, app) {
  if (!product) return []
  const change = el('button', { type: 'button', className: 'link', onclick: () => app.choose(null) }, STRINGS[app.lang].changeProduct)
  const several = answer.products.length !== 1
  return [el('p', { className: 'chip' }, el('span', {}, ...words(product.name, app)), several && change)]
}

/** @param {Answer} answer @param {App} app */
const pictures = ({ media }, app) => media.map(({ src, alt }) =>
  el('img', { loading: 'lazy', alt: pick(alt, app.lang).text, src: app.content.media(src) }))

/** @param {Answer} answer @param {App} app */
const dates = ({ updated, until }, app) =>
  el('p', { className: 'dates' }, [STRINGS[app.lang].updated(updated), until && STRINGS[app.lang].until(until)].filter(Boolean).join(' · '))

/** Where to go from here; of a large shop the answer does not wait for the names. @param {Answer} answer @param {App} app */
function related(answer, app) {
  const place = el('div')
  app.content.named(answer.related).then((docs) => {
    const others = docs.filter((doc) => applies(doc, app))
    if (others.length) place.append(section(STRINGS[app.lang].related, questionList(others, app)))
  }, app.report)
  return place
}
