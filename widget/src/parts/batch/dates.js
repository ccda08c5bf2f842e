/** The dates of one batch: how long is left, from where that is known, and what opening changes. */

import { el, words } from '../../panel/kit.js'
import { addMonths, daysBetween } from './expiry.js'
import { STRINGS } from './strings.js'

/** @typedef {import('../../panel/app.js').App} App */
/** @typedef {import('../../types.js').Text} Text */
/** @typedef {import('./lookup.js').Dates} Dates */
/** @typedef {import('./strings.js').Strings} Strings */

/** Days from which on a batch is better used first. */
const SOON = 30

/** @param {Dates} dates @param {() => void} change Asks for the product. @param {App} app @returns {import('./outcome.js').Said} */
export function datesView(dates, change, app) {
  const t = STRINGS[app.lang]
  const { listed } = dates
  const { title, advice, person } = standing(dates, app.today, t)
  const notes = [isOther(dates, app) && t.other, advice, listed && t.listed(listed)]
    .filter(Boolean).map((note) => el('p', { className: 'hint' }, note))
  const body = [subject(dates, change, app), ...notes, facts(dates, app)]
  return { title, body, person: person || Boolean(listed) }
}

/**
 * How the batch stands today; a date that was only computed is never called expired.
 * @param {Dates} dates @param {string} today @param {Strings} t
 * @returns {{title: string, advice?: string, person?: boolean}}
 */
export function standing({ expires, basis }, today, t) {
  if (!expires) return { title: t.unknown, advice: t.unknownHint }
  const left = daysBetween(today, expires)
  if (left > SOON) return { title: t.left(left) }
  if (left > 0) return { title: t.left(left), advice: t.soon }
  if (left === 0) return { title: t.lastDay, advice: t.lastDayHint }
  return { title: (basis === 'computed' ? t.pastComputed : t.past)(-left), advice: t.pastHint, person: true }
}

/** Of which product and batch; a date alone may be of another product. @param {Dates} dates @param {() => void} change @param {App} app */
function subject({ product, number }, change, app) {
  const t = STRINGS[app.lang]
  const other = el('button', { type: 'button', className: 'link', onclick: change }, t.change)
  return el('p', { className: 'subject' },
    ...(product ? words(product.name, app) : []), product && number && ' · ', number && `${t.number} ${number}`, product && !number && other)
}

/** @param {Dates} dates @param {App} app */
const isOther = ({ product, number }, { page: { sku } }) => product && number && sku && sku !== product.id

/** @param {Dates} dates @param {App} app */
function facts({ product, produced, expires, basis }, app) {
  const t = STRINGS[app.lang]
  const ended = Boolean(expires) && daysBetween(app.today, String(expires)) < 0
  const opened = ended ? undefined : product?.shelf?.opened
  const storage = ended ? undefined : product?.slots.storage
  return el('dl', { className: 'facts' },
    fact(t.expires, expires && [expires, ' ', el('span', { className: 'tag' }, t[basis])]),
    fact(t.produced, produced && [produced]),
    fact(t.opened, opened && [t.openedFor(opened), expires && t.openedToday(lastOpened(opened, expires, app.today))]),
    fact(t.storage, storage && words(storage, app)))
}

/** Until when a package opened today lasts: never beyond its own date.
 * @param {number} months @param {string} expires @param {string} today */
export function lastOpened(months, expires, today) {
  const day = addMonths(today, months)
  return day < expires ? day : expires
}

/** @param {string} name @param {import('../../panel/dom.js').Child[] | '' | 0 | null | undefined} value */
const fact = (name, value) => (value ? el('div', {}, el('dt', {}, name), el('dd', {}, ...value)) : null)
