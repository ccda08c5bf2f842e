/** Reaching a person: what to tell them, the ways this page's platform allows, and when they are there. */

import { el, pick, stateLine } from '../../panel/kit.js'
import { draftOf } from './draft.js'
import { note } from './note.js'
import { STRINGS } from './strings.js'
import { summaryOf } from './summary.js'
import { ways } from './ways.js'

export { default as css } from './person.css'

/** @typedef {import('../../panel/app.js').App} App */
/** @typedef {{summary?: string, flow?: string}} Place */

/**
 * @param {App} app
 * @param {Place} place
 * @returns {Promise<import('../../panel/views/parts.js').Drawn>}
 */
export async function view(app, place) {
  const t = STRINGS[app.lang]
  const draft = draftOf(app, place.summary ?? '', summaryOf(await known(app, place), t))
  const heading = el('h3', { className: 'question', tabIndex: -1 }, t.title)
  const subject = { sku: app.page.sku, batch: app.page.batch, entry: place.flow ?? [...app.read].pop() }
  return { nodes: [heading, ...absence(app), note(draft, place, app), ways(draft, subject, app)], focus: heading }
}

/** @param {App} app @param {Place} place */
async function known({ content, page: { sku, batch = '' }, patience, lang }, { summary }) {
  // A list that does not come must not stand between a shopper and a person: its id says enough.
  const products = sku ? await content.products().catch(() => []) : []
  const name = products.filter(({ id }) => id === sku)[0]?.name ?? sku ?? ''
  return { summary, questions: patience.questions, product: pick(name, lang).text, batch }
}

/** Outside the shop's hours: when someone is back. @param {App} app */
function absence({ shop, lang, t, now }) {
  const { open, text } = stateLine(shop, now, lang, t)
  if (open || !shop.hours.length) return []
  return [el('p', { className: 'notice' }, el('strong', {}, text), el('br'), STRINGS[lang].back)]
}
