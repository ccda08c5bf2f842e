/** The ways to a person that the shop gave for this page's platform. */

import { el, icon, pick, section, words } from '../../panel/kit.js'
import { channelLink } from './channels.js'
import { STRINGS } from './strings.js'

/** @typedef {import('../../panel/app.js').App} App */
/** @typedef {import('../../types.js').Channel} Channel */
/** @typedef {import('./channels.js').Subject} Subject */
/** @typedef {import('./draft.js').Draft} Draft */

/** @param {Draft} draft @param {Subject} subject @param {App} app */
export function ways(draft, subject, app) {
  const { shop, page, lang } = app
  const t = STRINGS[lang]
  const channels = Object.hasOwn(shop.channels, page.platform) ? shop.channels[page.platform] : []
  if (!channels.length) return section(t.ways, el('p', { className: 'hint' }, t.none))
  const list = el('ul', { className: 'rows' }, ...channels.map((channel) => way(channel, draft, subject, app)))
  const carries = list.querySelector('a[href*="scene_param="]')
  return section(t.ways, list, ...(carries ? [el('p', { className: 'fine' }, t.scene)] : []))
}

/** @param {Channel} channel @param {Draft} draft @param {Subject} subject @param {App} app */
function way(channel, draft, subject, app) {
  const title = STRINGS[app.lang].mail(pick(app.shop.name, app.lang).text)
  const link = () => channelLink(channel, subject, { title, summary: draft.text })
  const href = link()
  return el('li', {}, href ? anchor(channel, href, link, app) : path(channel, app))
}

/** @param {Channel} channel @param {string} href @param {() => string | null} link As it is when followed. @param {App} app */
function anchor({ kind, label, address }, href, link, app) {
  const shown = kind === 'phone' || kind === 'mail' ? el('small', {}, address ?? '') : null
  const made = el('a', { className: 'row', href, onclick: () => {
    made.href = link() ?? href
    app.emit('handoff', { channel: kind })
  } }, el('span', {}, ...words(label, app), shown), icon('next'))
  if (/^http/i.test(href)) Object.assign(made, { target: '_blank', rel: 'noopener noreferrer' })
  return made
}

/** Where there is no link, the way is told. @param {Channel} channel @param {App} app */
const path = ({ kind, label, address }, app) => el('div', { className: 'way' },
  el('strong', {}, ...words(label, app)), address && el('span', {}, address), el('p', {}, STRINGS[app.lang].paths[kind]))
