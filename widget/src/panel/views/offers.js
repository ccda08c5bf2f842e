/** Ways on besides answers, as one line each above results, and as pills at home. */

import { el, icon } from '../dom.js'
import { PERSON_OFFER, offerKey } from '../offers.js'
import { categorySection, words } from './parts.js'

/** @typedef {import('../app.js').App} App */
/** @typedef {import('../offers.js').Offer} Offer */

/** Pills at home: three lines of a phone. */
const PILLS = 6

/** Lines above the results. @param {Offer[]} offers @param {App} app */
export const offerLines = (offers, app) =>
  offers.length ? [el('ul', { className: 'offers' }, ...offers.map((offer) => item(offer, app)))] : []

/** All of them where they are few; else the last dialogues come with one tap, and stay.
 * @param {Offer[]} offers Dialogues first. @param {App} app @param {{unfolded?: boolean}} place */
export function offerPills(offers, app, place) {
  const pills = offers.map((offer) => item(offer, app))
  const list = el('ul', { className: 'offers is-short' }, ...pills)
  if (place.unfolded || pills.length <= PILLS) return list
  const others = offers.filter(({ kind }) => kind !== 'flow').length
  const kept = PILLS - others - 1
  const unfold = () => {
    place.unfolded = true
    list.replaceChildren(...pills)
    pills[kept].querySelector('button')?.focus()
  }
  const more = el('button', { type: 'button', className: 'offer', 'data-key': 'more', 'aria-expanded': 'false', onclick: unfold },
    app.t.more)
  list.replaceChildren(...pills.slice(0, kept), ...pills.slice(-others), el('li', {}, more))
  return list
}

/** Where there is nothing to read: a person, and the categories. @param {App} app */
export const wayOut = (app) => [...offerLines([PERSON_OFFER], app), ...categorySection(app)]

/** Urgency is said in words: colour alone tells nobody who cannot see it. @param {Offer} offer @param {App} app */
const item = (offer, app) =>
  el('li', {}, el('button', {
    type: 'button', className: 'offer', 'data-key': offerKey(offer), onclick: () => app.go(place(offer)),
  }, icon(picture(offer, app)), el('span', {}, ...label(offer, app)),
  offer.urgent && el('span', { className: 'urgent' }, app.t.urgent)))

/** @param {Offer} offer @returns {import('../trail.js').Place} */
function place(offer) {
  if (offer.kind === 'flow') return { kind: 'flow', id: offer.flow.id }
  return offer.kind === 'batch' ? { kind: 'batch', number: offer.number } : { kind: 'person' }
}

/** @param {Offer} offer @param {App} app */
function picture(offer, app) {
  if (offer.kind !== 'flow') return offer.kind === 'batch' ? 'calendar' : 'person'
  return app.shop.categories.filter(({ id }) => id === offer.flow.category)[0]?.icon ?? null
}

/** @param {Offer} offer @param {App} app */
function label(offer, app) {
  if (offer.kind === 'flow') return words(offer.flow.title, app)
  if (offer.kind === 'person') return [app.t.person]
  return offer.number ? [app.t.lookupOf(offer.number)] : [app.t.lookup]
}
