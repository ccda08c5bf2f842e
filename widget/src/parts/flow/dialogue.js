/** A dialogue on the screen: what was said so far as a log, and below it what can be done now. */

import { el, words } from '../../panel/kit.js'
import { controls } from './controls.js'
import { STRINGS } from './strings.js'
import * as steps from './walk.js'

/** @typedef {import('../../panel/app.js').App} App */
/** @typedef {import('../../types.js').Flow} Flow */
/** @typedef {{kind: 'flow', id: string, walk?: steps.Walk}} FlowPlace */

/** What was typed, by dialogue: it outlives a way out and in again, and ends with the page.
 * @type {WeakMap<App, Map<string, Record<string, string>>>} */
const REMEMBERED = new WeakMap()

export class Dialogue {
  /** @param {App} app @param {FlowPlace} place Keeps the walk, so that the way back leads into it. @param {Flow} flow */
  constructor(app, place, flow) {
    this.app = app
    this.place = place
    this.flow = flow
    this.t = STRINGS[app.lang]
    const title = el('h3', { className: 'question', tabIndex: -1 }, ...words(flow.title, app))
    this.log = el('div', { className: 'log', role: 'log', 'aria-label': this.t.log(title.textContent ?? '') })
    this.controls = el('div', { className: 'controls' })
    this.element = el('div', { className: 'flow' }, title, this.log, this.controls)
    this.#begin()
  }

  get walk() {
    return /** @type {steps.Walk} */ (this.place.walk)
  }

  /** The words of the current turn, to read first. @returns {HTMLElement} */
  get said() {
    return /** @type {HTMLElement} */ (this.log.lastElementChild?.querySelector('.say'))
  }

  /** @param {number} choice */
  choose(choice) {
    this.#step(steps.choose(this.flow, this.walk, choice))
  }

  /** @param {string} name @param {string} text */
  type(name, text) {
    this.#keep(steps.type(this.walk, name, text))
  }

  /** @param {string} text @returns {boolean} Whether it was taken. */
  enter(text) {
    const length = this.walk.path.length
    const next = steps.enter(this.flow, this.walk, text, this.app.today)
    if (next.path.length === length) this.#keep(next)
    else this.#step(next)
    return next.path.length > length
  }

  /** @returns {boolean} Whether there was a step to take back. */
  back() {
    if (this.walk.path.length < 2) return false
    this.#keep(steps.back(this.walk))
    this.#draw()
    const { choice } = steps.last(this.walk)
    const key = choice === undefined ? 'field' : `choice-${choice}`
    this.#settle(this.controls.querySelector(`[data-key="${key}"]`))
    return true
  }

  #restart() {
    this.#step(steps.start(this.flow, this.walk.typed))
  }

  #begin() {
    const { app, flow, place } = this
    const remembered = REMEMBERED.get(app) ?? REMEMBERED.set(app, new Map()).get(app)
    if (!place.walk || !steps.holds(flow, place.walk)) {
      place.walk = steps.start(flow, remembered?.get(flow.id))
      this.#report()
    }
    this.#draw()
  }

  /** @param {steps.Walk} walk */
  #keep(walk) {
    this.place.walk = walk
    REMEMBERED.get(this.app)?.set(this.flow.id, walk.typed)
  }

  /** @param {steps.Walk} walk */
  #step(walk) {
    this.#keep(walk)
    this.#report()
    this.#draw()
    this.#settle(this.said)
  }

  /** Never what was typed: only where the shopper is. */
  #report() {
    const { end } = steps.current(this.flow, this.walk)
    const { node } = steps.last(this.walk)
    this.app.emit('flow', { id: this.flow.id, node, ...(end && { outcome: end.outcome }) })
  }

  #draw() {
    this.#drawLog()
    const moved = this.walk.path.length > 1
    const link = (/** @type {string} */ label, /** @type {() => void} */ onclick) =>
      el('button', { type: 'button', className: 'link', onclick }, label)
    const ways = el('p', { className: 'ways' },
      link(this.t.stepBack, () => this.back()), link(this.t.restart, () => this.#restart()))
    this.controls.replaceChildren(...controls(this).filter((one) => one !== null), ...(moved ? [ways] : []))
  }

  /** Turns that stay are left alone: a screen reader is told of the new one only. */
  #drawLog() {
    const { path } = this.walk
    let first = 0
    while (path[first] && this.log.children[first]?.getAttribute('data-turn') === this.#turnKey(path[first], first)) first++
    while (this.log.children.length > first) this.log.lastElementChild?.remove()
    this.log.append(...path.slice(first).map((step, i) => this.#turn(step, first + i)))
  }

  /** A turn is drawn with the answer that led to it. @param {steps.Step} step @param {number} i */
  #turnKey({ node }, i) {
    const { choice, value } = this.walk.path[i - 1] ?? {}
    return JSON.stringify([node, choice, value])
  }

  /** @param {steps.Step} step @param {number} i */
  #turn(step, i) {
    const before = this.walk.path[i - 1]
    return el('div', { 'data-turn': this.#turnKey(step, i) },
      ...(before ? this.#reply(before) : []),
      el('p', { className: 'say', tabIndex: -1 }, ...words(this.flow.nodes[step.node].say, this.app)))
  }

  /** @param {steps.Step} step An answered one. */
  #reply({ node, choice, value, doubted }) {
    const option = choice === undefined ? undefined : this.flow.nodes[node].options?.[choice]
    const answer = option ? words(option.label, this.app) : [document.createTextNode(value || this.t.skipped)]
    return [
      el('p', { className: 'reply' }, el('span', { className: 'unseen' }, this.t.you), ...answer),
      doubted && value ? el('p', { className: 'aside' }, this.t.doubted) : null,
    ]
  }

  /** The new turn stands at the top, as far as there is something below. @param {Element | null} focus */
  #settle(focus) {
    const { body } = this.app.frame
    const turn = this.log.lastElementChild ?? this.element
    body.scrollTop += turn.getBoundingClientRect().top - body.getBoundingClientRect().top - 8
    if (focus instanceof HTMLElement) focus.focus({ preventScroll: true })
  }
}
