/** The note for a person: seen and changed by the shopper, then copied, or sent where the shop takes it. */

import { copy, el } from '../../panel/kit.js'
import { sendButton } from './sending.js'
import { STRINGS } from './strings.js'
import { LIMIT } from './summary.js'

/** @typedef {import('../../panel/app.js').App} App */
/** @typedef {import('./draft.js').Draft} Draft */

/** @param {Draft} draft @param {{flow?: string}} place @param {App} app */
export function note(draft, place, app) {
  const t = STRINGS[app.lang]
  const field = el('textarea', {
    id: 'note', className: 'letter', value: draft.text, maxLength: LIMIT, rows: 4, placeholder: t.placeholder,
    oninput: () => draft.write(field.value), 'aria-describedby': 'note-hint',
  })
  const said = el('p', { className: 'said', role: 'status' })
  /** Without a word there is nothing to take along. */
  const isWritten = () => {
    if (field.value.trim()) return true
    said.textContent = t.empty
    field.focus()
    return false
  }
  const send = sendButton(draft, place, app, { said, isWritten })
  const take = el('button', { type: 'button', className: send ? 'choice' : 'action', onclick: async () => {
    if (!isWritten()) return
    said.textContent = (await copy(field.value, () => field)) ? t.copied : t.copyYourself
    app.emit('handoff', { channel: 'copy' })
  } }, t.copy)
  return el('div', { className: 'noted' },
    el('label', { className: 'heading', htmlFor: 'note' }, t.summary), field,
    el('p', { className: 'fine', id: 'note-hint' }, t.hint),
    el('div', { className: 'acts' }, send, take), said,
    el('p', { className: 'fine' }, t.stays, send && t.sends))
}
