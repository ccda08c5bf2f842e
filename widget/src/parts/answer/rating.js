/** 有用 or 没用, with a reason if the shopper likes. The page hears of it; nothing is sent by us. */

import { el, personOffer } from '../../panel/kit.js'
import { keepRatings, recallRatings } from './remembered.js'
import { STRINGS } from './strings.js'

/** @typedef {import('../../panel/app.js').App} App */

const REASONS = /** @type {const} */ (['unclear', 'other', 'wrong'])

/**
 * @param {string} id Of the entry.
 * @param {App} app
 * @param {globalThis.Node[]} beside What stands in the same line.
 * @returns {HTMLElement}
 */
export function rating(id, app, beside) {
  const t = STRINGS[app.lang]
  const said = el('p', { className: 'said', role: 'status' })
  const more = el('div', {}, ...personOffer(app))
  const buttons = [choice(t.useful, () => rate(true)), choice(t.useless, () => rate(false))]
  /** @param {boolean} useful */
  const rate = (useful) => {
    press(buttons, useful ? 0 : 1)
    said.textContent = useful ? t.thanks : ''
    more.replaceChildren(...(useful ? [] : [reasons(id, app, said)]))
    keep(id, useful, app)
    app.emit('rate', { id, useful })
  }
  const earlier = () => {
    const useful = app.ratings.get(id)
    if (useful !== undefined) press(buttons, useful ? 0 : 1)
  }
  earlier()
  // What an earlier page knows may come late, or never: the answer is read without.
  recallRatings(app).then(earlier, () => {})
  return el('div', { className: 'feedback' },
    el('div', { className: 'opinions', role: 'group', 'aria-label': t.wasUseful },
      el('span', {}, t.wasUseful), ...buttons, ...beside), more, said)
}

/** @param {string} id @param {boolean} useful @param {App} app */
function keep(id, useful, app) {
  app.ratings.set(id, useful)
  if (useful) app.patience.helped()
  keepRatings(app)
}

/** Why not, and a way on. @param {string} id @param {App} app @param {HTMLElement} said */
function reasons(id, app, said) {
  const t = STRINGS[app.lang]
  const buttons = REASONS.map((reason, at) => choice(t.reasons[reason], () => {
    press(buttons, at)
    said.textContent = t.thanks
    app.emit('rate', { id, useful: false, reason })
  }))
  const person = el('button', { type: 'button', className: 'link', onclick: () => app.go({ kind: 'person' }) }, app.t.person)
  return el('div', { className: 'opinions', role: 'group', 'aria-label': t.why }, el('span', {}, t.why), ...buttons, person)
}

/** @param {string} label @param {() => void} act @returns {HTMLButtonElement} */
const choice = (label, act) =>
  el('button', { type: 'button', className: 'choice', 'aria-pressed': 'false', onclick: act }, label)

/** @param {HTMLButtonElement[]} buttons @param {number} at */
const press = (buttons, at) => buttons.forEach((button, n) => (button.ariaPressed = String(n === at)))
