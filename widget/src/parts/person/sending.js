/** Where the shop takes notes itself: a button, and what came of it. */

import { el } from '../../panel/kit.js'
import { endpoint } from './post.js'
import { STRINGS } from './strings.js'

/** @typedef {import('../../panel/app.js').App} App */
/** @typedef {import('./draft.js').Draft} Draft */
/** @typedef {{said: HTMLElement, isWritten: () => boolean}} Beside */

/** What goes along with the note. @param {App} app @param {string | undefined} flow */
const about = ({ page, read, content }, flow) => ({
  sku: page.sku ?? null,
  batch: page.batch ?? null,
  platform: page.platform,
  entries: [...read],
  flow: flow ?? null,
  content: content.manifest.content,
})

/**
 * @param {Draft} draft @param {{flow?: string}} place @param {App} app @param {Beside} beside
 * @returns {HTMLButtonElement | null} Null where the page names no address for it.
 */
export function sendButton(draft, { flow }, app, { said, isWritten }) {
  const url = endpoint(app.given('handoff'), document.baseURI)
  if (!url) return null
  const button = el('button', { type: 'button', className: 'action', onclick: async () => {
    if (isWritten() && await draft.send(url, about(app, flow))) app.emit('handoff', { channel: 'post' })
  } })
  draft.changed = () => show(draft, button, said, STRINGS[app.lang])
  draft.changed()
  return button
}

/** @param {Draft} draft @param {HTMLButtonElement} button @param {HTMLElement} said @param {typeof STRINGS.zh} t */
function show({ stage }, button, said, t) {
  const labels = { written: t.post, sending: t.posting, sent: t.posted }
  const failure = Object.hasOwn(t.failures, stage) && t.failures[/** @type {import('./post.js').Failure} */ (stage)]
  button.textContent = failure ? t.again : labels[/** @type {keyof typeof labels} */ (stage)]
  // Not `disabled`: the focus of a shopper who waits on the button must stay there.
  button.ariaDisabled = String(stage === 'sending' || stage === 'sent')
  said.textContent = failure || (stage === 'sent' ? t.received : '')
}
