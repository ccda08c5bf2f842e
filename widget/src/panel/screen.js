/** What stands in the frame: the view of the place the shopper is at, drawn whole on every move. */

import { hoursLine, promisesOn, stateLine } from './status-line.js'
import { pick } from './strings.js'
import { categoryView } from './views/category.js'
import { failureBox } from './views/failure.js'
import { homeView } from './views/home.js'
import { wayOut } from './views/offers.js'
import { categorySection, skeleton } from './views/parts.js'
import { resultsView } from './views/results.js'

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./views/parts.js').Drawn} Drawn */
/** @typedef {'forward' | 'back' | 'typing' | 'again'} Move Decides where the focus goes. */
/** @typedef {(app: App, place: any) => Drawn | Promise<Drawn>} DrawView */

/** Milliseconds before "reading…" replaces what is shown, so that quick answers do not flicker. */
const FLICKER = 200
/** As many more where a question waits for the next key before it reads: the pause of `search/parts.js`. */
const PAUSE = 200

/** Views of the panel itself; every other kind of place has a part of that name. @type {Record<string, DrawView>} */
const VIEWS = { home: homeView, category: categoryView, results: resultsView }

export class Screen {
  #turn = 0
  /** @type {Drawn['back']} */
  #back
  /** @type {Set<string>} Parts whose styles are in. */
  #dressed = new Set()
  /** Whether a finger or a mouse went for something since it was drawn. */
  #reached = false

  /** @param {App} app */
  constructor(app) {
    this.app = app
    const { body } = app.frame
    const over = (/** @type {Event} */ { target }) => target instanceof Element && target.closest('button')
    body.addEventListener('pointerdown', () => (this.#reached = true))
    body.addEventListener('pointermove', (event) => (this.#reached ||= Boolean(over(event))))
  }

  /** Whether the shopper is at work in what is shown: it must not change under a finger or a key. */
  get isHeld() {
    const { body } = this.app.frame
    return this.#reached || body.scrollTop > 0 || body.matches(':focus-within')
  }

  /** @param {Move} move @param {Promise<unknown>} [first] What the view must wait for. */
  async draw(move, first) {
    const turn = ++this.#turn
    const { frame } = this.app
    this.#back = undefined
    this.drawHead()
    const { content, trail } = this.app
    const patience = content.parted && trail.current.kind === 'results' ? FLICKER + PAUSE : FLICKER
    const slow = setTimeout(() => this.app.attempt(() => this.#drawLoading(turn)), patience)
    const drawn = await this.#compose(first)
    clearTimeout(slow)
    if (turn !== this.#turn) return
    if (first) this.drawHead()
    this.#replace(drawn.nodes, drawn.focus)
    this.#announce(drawn.status ?? '')
    frame.status.classList.toggle('is-loud', drawn.loud ?? false)
    this.#back = drawn.back
    this.#settle(drawn, move)
  }

  /** @returns {boolean} Whether what is shown took a step back within itself. */
  stepBack() {
    return this.#back?.() ?? false
  }

  /** By the minute as well: what is amiss with the hours must not keep the rest from being drawn. */
  drawHead() {
    this.app.attempt(() => this.#drawHead())
  }

  #drawHead() {
    const { frame, t, lang, shop, now, today, trail } = this.app
    const state = stateLine(shop, now, lang, t)
    const promise = promisesOn(shop, today).filter(({ source }) => source)[0]
    const figure = promise && `${pick(promise.label, lang).text} ${pick(promise.value, lang).text}`
    frame.title.textContent = pick(shop.name, lang).text || t.title
    frame.state.textContent = shop.hours.length ? state.text : ''
    frame.state.classList.toggle('is-open', state.open)
    frame.promise.textContent = shop.hours.length ? [hoursLine(shop, now, t), figure].filter(Boolean).join(' · ') : ''
    frame.promise.hidden = !trail.atHome
    frame.back.hidden = trail.atHome
    frame.language.hidden = !['zh', 'en'].every((one) => shop.languages.indexOf(one) >= 0)
    frame.clear.hidden = !frame.input.value
  }

  /** @param {Promise<unknown>} [first] */
  async #compose(first) {
    try {
      if (first) await first // else what stands now is drawn, whatever the next line of the caller does
      const { app } = this
      const place = app.trail.current
      app.content.requireFormat()
      const drawView = Object.hasOwn(VIEWS, place.kind) ? VIEWS[place.kind] : await this.#part(place.kind)
      return await drawView(app, place)
    } catch (error) {
      return this.#failure(error)
    }
  }

  /** A view that comes with its own styles, when it is first needed. @param {string} kind @returns {Promise<DrawView>} */
  async #part(kind) {
    const { view, css } = await this.app.content.part(kind)
    if (!this.#dressed.has(kind)) this.app.dress(css)
    this.#dressed.add(kind)
    return view
  }

  /** @param {unknown} error @returns {Drawn} */
  #failure(error) {
    const { app } = this
    const on = app.trail.current.kind === 'person' ? categorySection(app) : wayOut(app)
    return { nodes: [failureBox(error, app, () => app.retry()), ...on] }
  }

  /** @param {number} turn */
  #drawLoading(turn) {
    if (turn !== this.#turn) return
    const { t, trail } = this.app
    this.#announce(trail.current.kind === 'results' ? t.searching : t.loading)
    this.#replace([skeleton()])
  }

  /** The same words again would be read out again. @param {string} words */
  #announce(words) {
    const { status } = this.app.frame
    if (status.textContent !== words) status.textContent = words
  }

  /** The focus must not fall out of the dialog with what had it: the page would get the keys.
   * @param {globalThis.Node[]} nodes @param {HTMLElement} [focus] */
  #replace(nodes, focus) {
    const { body } = this.app.frame
    const inside = body.matches(':focus-within')
    const key = inside && body.querySelector(':focus')?.getAttribute('data-key')
    body.replaceChildren(...nodes)
    this.#reached = false
    if (!inside) return
    const same = key && body.querySelector(`[data-key="${CSS.escape(key)}"]`)
    const target = same instanceof HTMLElement ? same : (focus ?? body)
    target.focus({ preventScroll: true })
  }

  /** Puts scroll and focus where a reader expects them. @param {Drawn} drawn @param {Move} move */
  #settle({ focus }, move) {
    const { frame: { body, input, title }, trail } = this.app
    const { scroll = 0, row } = trail.current
    body.scrollTop = move === 'back' ? scroll : move === 'again' ? body.scrollTop : 0
    if (move === 'forward') (focus ?? title).focus({ preventScroll: true })
    if (move !== 'back') return
    const origin = row && body.querySelector(`[data-key="${CSS.escape(row)}"]`)
    const target = origin instanceof HTMLElement ? origin : matchMedia('(hover: hover)').matches ? input : title
    target.focus({ preventScroll: true })
  }
}
