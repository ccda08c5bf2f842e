/** What happened, in words, and what to do now. */

import { ContentError } from '../content.js'
import { el } from '../dom.js'
import { pick } from '../strings.js'

/** @typedef {import('../app.js').App} App */

/**
 * @param {unknown} error
 * @param {App} app
 * @param {() => void} retry
 */
export function failureBox(error, app, retry) {
  const code = error instanceof ContentError ? error.code : 'unexpected'
  app.emit('error', { code, message: String(error) })
  // A person is offered now, and what fails may be gone altogether when that is asked for.
  app.content.part('person').catch(() => {})
  return el('div', { className: 'notice', role: 'alert' },
    el('p', {}, app.t.errors[code]),
    el('button', { type: 'button', className: 'action', onclick: retry }, app.t.retry),
    ...(app.trail.current.kind === 'person' ? channels(app) : []))
}

/** The ways to a person need no file of their own: the shop's card came with the panel. @param {App} app */
const channels = ({ shop, page: { platform }, lang }) =>
  (Object.hasOwn(shop.channels, platform) ? shop.channels[platform] : []).map(({ label, address }) =>
    el('p', {}, [pick(label, lang).text, address].filter(Boolean).join(' ')))
