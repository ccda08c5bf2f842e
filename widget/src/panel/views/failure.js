/** What happened, in words, and what to do now. */

import { ContentError } from '../content.js'
import { el } from '../dom.js'

/** @typedef {import('../app.js').App} App */

/**
 * @param {unknown} error
 * @param {App} app
 * @param {() => void} retry
 */
export function failureBox(error, app, retry) {
  const code = error instanceof ContentError ? error.code : 'unexpected'
  app.emit('error', { code, message: String(error) })
  return el('div', { className: 'notice', role: 'alert' },
    el('p', {}, app.t.errors[code]),
    el('button', { type: 'button', className: 'action', onclick: retry }, app.t.retry))
}
