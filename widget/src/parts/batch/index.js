/** Looking up a batch: one input, and what can be said about what stands in it. */

import { el } from '../../panel/kit.js'
import { lookUp } from './lookup.js'
import { outcomeView } from './outcome.js'
import { STRINGS } from './strings.js'
import { readTyped } from './typed.js'

export { default as css } from './batch.css'

/** @typedef {import('../../panel/app.js').App} App */
/**
 * @typedef {object} Place Kept by the trail, so that the way back leads to the same dates.
 * @property {string} [number] As typed; the page's own batch when left out.
 * @property {string | null} [product] The product the shopper chose; null: ask.
 * @property {boolean} [told] Whether the host page was told of this look-up.
 */

/** Longest text taken: a Digital Link with everything in it. */
const LONGEST = 300

const EXAMPLES = 'B260301 / 2026-03-01'
/** Outcomes that tell a date, or which product to choose for one. */
const FOUND = ['dates', 'which']

/** @param {App} app @param {Place} place @returns {Promise<import('../../panel/views/parts.js').Drawn>} */
export async function view(app, place) {
  const typed = (place.number ?? app.page.batch ?? '').trim()
  const form = await buildForm(app, place, typed)
  if (!typed) return { nodes: [...form.nodes, ...advice(app)], focus: form.input }
  const reading = readTyped(typed, app.today)
  const outcome = await lookUp(app.content, {
    typed: reading, today: app.today, sku: app.page.sku, chosen: place.product,
  })
  if (!place.told) app.emit('batch', { found: FOUND.indexOf(outcome.kind) >= 0 })
  place.told = true
  const result = outcomeView(outcome, reading.lot ?? typed, place, app)
  return { nodes: [...form.nodes, result.element], focus: result.heading }
}

/** @param {App} app @param {Place} place @param {string} typed */
async function buildForm(app, place, typed) {
  const t = STRINGS[app.lang]
  const input = el('input', {
    id: 'batch', type: 'text', className: 'batch', value: typed, placeholder: EXAMPLES, maxLength: LONGEST,
    autocomplete: 'off', spellcheck: false, autocapitalize: 'characters', enterKeyHint: 'search',
  })
  const label = el('label', { className: 'heading', htmlFor: 'batch' }, t.label)
  const form = el('form', { className: 'look' }, label, input, el('button', { className: 'action' }, t.look))
  form.onsubmit = (event) => {
    event.preventDefault()
    ask(input.value.trim(), input, place, app)
  }
  const title = el('h3', { className: 'question' }, t.title)
  const scan = el('button', { type: 'button', className: 'link', onclick: () => app.go({ kind: 'scan' }) }, t.scan)
  return { input, nodes: [...(typed ? [] : [title]), form, ...(await canScan() ? [scan] : [])] }
}

/** A browser may have the class and, on this system, no format that it reads. */
async function canScan() {
  const { BarcodeDetector: detector } = /** @type {any} */ (globalThis)
  return detector && navigator.mediaDevices && (await detector.getSupportedFormats().catch(() => '')).length
}

/** @param {string} text @param {HTMLInputElement} input @param {Place} place @param {App} app */
function ask(text, input, place, app) {
  if (!text) return input.focus()
  Object.assign(place, { number: text, product: undefined, told: false })
  app.draw('forward')
}

/** @param {App} app */
const advice = (app) => [
  el('p', { className: 'hint' }, STRINGS[app.lang].where),
  el('p', { className: 'hint' }, STRINGS[app.lang].privacy),
]
