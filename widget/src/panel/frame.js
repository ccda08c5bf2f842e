/**
 * The panel's frame: a native dialog, modal as a sheet on phones (the page behind is covered and
 * inert), non-modal as a corner card elsewhere (the product page stays usable).
 */

import { el, icon } from './dom.js'
import { followViewport } from './viewport.js'

const PHONE = '(max-width: 640px)'

/** @typedef {import('./strings.js').Strings} Strings */

/** @param {string} name @param {string} className @param {string} label */
const iconButton = (name, className, label) =>
  el('button', { type: 'button', className: `icon-button ${className}`, 'aria-label': label }, icon(name))

/** @param {Strings} t */
function buildHead(t) {
  const back = iconButton('back', 'back', t.back)
  const close = iconButton('close', 'close', t.close)
  const title = el('h2', { id: 'title', tabIndex: -1 })
  const state = el('p', { className: 'state' })
  const promise = el('p', { className: 'promise' })
  const head = el('div', { className: 'head' }, el('div', { className: 'bar' }, back, el('div', { className: 'name' }, title, state), close), promise)
  return { head, back, close, title, state, promise }
}

/** @param {Strings} t */
function buildSearch(t) {
  const input = el('input', {
    type: 'search', className: 'input', placeholder: t.placeholder, autocomplete: 'off', spellcheck: false,
    maxLength: 120, enterKeyHint: 'search', 'aria-label': t.searchLabel, 'autocapitalize': 'off',
  })
  const clear = iconButton('close', 'clear', t.clear)
  const form = el('form', { className: 'search', role: 'search' }, icon('search'), input, clear)
  return { form, input, clear }
}

/** @param {Strings} t */
export function buildFrame(t) {
  const head = buildHead(t)
  const search = buildSearch(t)
  const status = el('p', { className: 'status', role: 'status' })
  const body = el('div', { className: 'body', tabIndex: -1 })
  const dialog = el('dialog', { className: 'panel', part: 'panel', 'aria-labelledby': 'title' },
    head.head, search.form, status, body)
  return { dialog, status, body, ...head, ...search }
}

/** @typedef {ReturnType<typeof buildFrame>} Frame */

/** Opens and closes the frame; focus moves in, and back to where it was. */
export class Opening {
  /** @type {HTMLElement | null} */
  #opener = null
  #unfollow = () => {}
  #phone = matchMedia(PHONE)

  /**
   * @param {HTMLDialogElement} dialog
   * @param {HTMLButtonElement} launcher
   * @param {() => void} closed Called after every closing.
   */
  constructor(dialog, launcher, closed) {
    this.dialog = dialog
    this.launcher = launcher
    this.closed = closed
    // A browser may close a modal dialog by itself, after a second Escape or back gesture.
    dialog.addEventListener('close', () => {
      if (!dialog.open && launcher.ariaExpanded === 'true') this.#finish(true)
    })
    this.#phone.addEventListener('change', this.#turn)
  }

  get isOpen() {
    return this.dialog.open
  }

  /** @param {HTMLElement} first Gets the focus. */
  open(first) {
    if (this.isOpen) return
    const active = document.activeElement
    const elsewhere = active instanceof HTMLElement && active !== document.body && active !== this.#host
    this.#opener = elsewhere ? active : this.launcher
    this.launcher.ariaExpanded = 'true'
    this.#show()
    first.focus({ preventScroll: true })
  }

  close() {
    if (!this.isOpen) return
    const inside = this.dialog.contains(this.#root.activeElement)
    this.#hide()
    this.#finish(inside)
  }

  /** A shopper who went on in the page keeps the focus there. @param {boolean} inside */
  #finish(inside) {
    this.launcher.ariaExpanded = 'false'
    this.#unfollow()
    if (inside) this.#opener?.focus({ preventScroll: true })
    this.closed()
  }

  destroy() {
    this.close()
    this.#phone.removeEventListener('change', this.#turn)
  }

  get #root() {
    return /** @type {ShadowRoot} */ (this.dialog.getRootNode())
  }

  get #host() {
    return this.#root.host
  }

  #show() {
    if (this.#phone.matches) this.dialog.showModal()
    else this.dialog.show()
    this.#unfollow = followViewport(this.dialog)
  }

  #hide() {
    this.#unfollow()
    this.dialog.close()
  }

  /** A turned device may need the other kind of dialog. */
  #turn = () => {
    if (!this.isOpen) return
    const focused = this.#root.activeElement
    this.#hide()
    this.#show()
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  }
}
