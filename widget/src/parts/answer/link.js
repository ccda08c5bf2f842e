/** A link to one answer on this very page: `#faq=<id>`, which opens it again. */

import { copy, el } from '../../panel/kit.js'
import { STRINGS } from './strings.js'

/**
 * @param {string} id Of the entry.
 * @param {string} href Of the page.
 * @returns {string | null} Null where the page itself is steered by the hash: our link would lead it astray.
 */
export function linkTo(id, href) {
  const url = new URL(href)
  if (/^#!?\//.test(url.hash)) return null
  url.hash = `faq=${id}`
  return url.href
}

/** @param {string} id @param {import('../../panel/app.js').App} app @returns {HTMLElement[]} */
export function copyLink(id, app) {
  const link = linkTo(id, location.href)
  if (!link) return []
  const t = STRINGS[app.lang]
  const field = el('input', { className: 'copied', readOnly: true, value: link, hidden: true, 'aria-label': t.link })
  const said = el('span', { className: 'said', role: 'status' })
  const button = el('button', { type: 'button', className: 'link', onclick: async () => {
    const done = await copy(link, () => Object.assign(field, { hidden: false }))
    said.textContent = done ? t.copied : t.copyYourself
  } }, t.copyLink)
  return [button, said, field]
}
