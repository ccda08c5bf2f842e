/** What a shopper can do at a turn: choose, type, or go where the dialogue ends. */

import { el, foreign, pick, row, words } from '../../panel/kit.js'
import { STRINGS } from './strings.js'
import { current, fill, given, last } from './walk.js'

/** @typedef {import('./dialogue.js').Dialogue} Dialogue */

/** Characters; longer than any number, and long enough for what happened. */
const LENGTH = { line: 60, text: 200 }

/** @param {Dialogue} dialogue @returns {(globalThis.Node | null)[]} */
export function controls(dialogue) {
  const { options, input, end } = current(dialogue.flow, dialogue.walk)
  return [
    batchLookup(dialogue),
    ...(options ? [choices(options, dialogue)] : []),
    ...(input ? [form(input, dialogue)] : []),
    ...(end?.entry ? [answerButton(end.entry, dialogue)] : []),
    ...(end?.summary ? handoff(end.summary, dialogue) : []),
    end?.outcome === 'handoff' && !end.summary ? personButton(dialogue) : null,
  ]
}

/** @param {NonNullable<import('../../types.js').FlowNode['options']>} options @param {Dialogue} dialogue */
const choices = (options, dialogue) =>
  el('ul', { className: 'choices' }, ...options.map(({ label }, i) =>
    row(`choice-${i}`, words(label, dialogue.app), () => dialogue.choose(i))))

/** The batch just given can be looked up at once. @param {Dialogue} dialogue */
function batchLookup({ app, flow, walk }) {
  const { node, value, doubted } = walk.path[walk.path.length - 2] ?? last(walk)
  if (flow.nodes[node].input?.kind !== 'batch-number' || !value || doubted || !app.content.manifest.batches.count) return null
  const label = document.createTextNode(STRINGS[app.lang].lookup(value))
  return el('ul', { className: 'choices is-main' }, row('lookup', [label], () => app.go({ kind: 'batch', number: value })))
}

/** @param {import('../../types.js').FlowInput} input @param {Dialogue} dialogue */
function form({ name, kind, label }, dialogue) {
  const t = STRINGS[dialogue.app.lang]
  const field = el(kind === 'text' ? 'textarea' : 'input', {
    id: 'flow-field', className: 'field', 'data-key': 'field', 'aria-describedby': 'flow-note flow-private',
    maxLength: kind === 'text' ? LENGTH.text : LENGTH.line, value: dialogue.walk.typed[name] ?? '',
    autocomplete: kind === 'email' ? 'email' : 'off', inputMode: kind === 'email' ? 'email' : 'text',
    autocapitalize: 'off', spellcheck: false, enterKeyHint: 'next',
  })
  const note = el('p', { id: 'flow-note', className: 'note', role: 'alert' })
  field.oninput = () => dialogue.type(name, field.value)
  const send = () => {
    if (dialogue.enter(field.value)) return
    field.ariaInvalid = 'true'
    note.textContent = (t.expected[kind] ?? t.expected.text) + (field.value.trim() ? t.again : t.skip)
    field.focus()
  }
  return el('form', { noValidate: true, onsubmit(/** @type {Event} */ event) { event.preventDefault(); send() } },
    el('label', { htmlFor: 'flow-field' }, ...words(label, dialogue.app)), field, note,
    el('p', { id: 'flow-private', className: 'aside' }, t.private),
    el('button', { type: 'submit', className: 'action' }, t.next))
}

/** Its name becomes the question as soon as the questions are here. @param {string} id @param {Dialogue} dialogue */
function answerButton(id, { app }) {
  const name = el('span', {}, STRINGS[app.lang].answer)
  app.content.named([id]).then(([doc]) => {
    if (doc) name.replaceChildren(...words({ zh: doc.question, en: doc.questionEn }, app))
  }, () => {})
  return el('ul', { className: 'choices is-main' }, row('answer', [name], () => app.show(id)))
}

/** @param {import('../../types.js').Text} summary @param {Dialogue} dialogue */
function handoff(summary, dialogue) {
  const { app, flow, walk } = dialogue
  const t = STRINGS[app.lang]
  const chosen = pick(summary, app.lang)
  const text = fill(chosen.text, given(flow, walk), t.skipped)
  return [
    el('figure', { className: 'summary' }, el('figcaption', {}, t.summary),
      el('blockquote', {}, ...foreign([document.createTextNode(text)], chosen.fallback, app))),
    personButton(dialogue, text),
  ]
}

/** @param {Dialogue} dialogue @param {string} [summary] */
const personButton = ({ app, flow }, summary) =>
  el('button', { type: 'button', className: 'action', 'data-key': 'person', onclick: () => app.go({ kind: 'person', summary, flow: flow.id }) },
    STRINGS[app.lang].person)
