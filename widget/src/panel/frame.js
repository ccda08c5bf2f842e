/**
 * The panel's frame: a native dialog, modal as a sheet on phones (the page behind is covered and
 * inert), non-modal as a corner card elsewhere (the product page stays usable).
 */

import { el, icon } from './dom.js'
import { followViewport } from './viewport.js'

const PHONE = '(max-width: 640px)'

/** @typedef {import('./strings.js').Strings} Strings */

/** @param {string} name @param {string} className */
const iconButton = (name, className) =>
  el('button', { type: 'button', className: `icon-button ${className}` }, icon(name))

function buildHead() {
  const back = iconButton('back', 'back')
  const close = iconButton('close', 'close')
  const language = el('button', { type: 'button', className: 'icon-button language' })
  const title = el('h2', { id: 'title', tabIndex: -1 })
  const state = el('p', { className: 'state' })
  const promise = el('p', { className: 'promise' })
  const name = el('div', { className: 'name' }, title, state)
  const head = el('div', { className: 'head' }, el('div', { className: 'bar' }, back, name, language, close), promise)
  return { head, back, close, language, title, state, promise }
}

function buildSearch() {
  const input = el('input', {
    type: 'search', className: 'input', autocomplete: 'off', spellcheck: false, maxLength: 120,
    enterKeyHint: 'search', 'autocapitalize': 'off',
  })
  const clear = iconButton('close', 'clear')
  const form = el('form', { className: 'search', role: 'search' }, icon('search'), input, clear)
  return { form, input, clear }
}

export function buildFrame() {
  const head = buildHead()
  const search = buildSearch()
  const status = el('p', { className: 'status', role: 'status' })
  const body = el('div', { className: 'body', tabIndex: -1 })
  const dialog = el('dialog', { className: 'panel', part: 'panel', 'aria-labelledby': 'title' },
    head.head, search.form, status, body)
  return { dialog, status, body, ...head, ...search }
}

/** Puts the words of a language on the frame. @param {Frame} frame @param {Strings} t @param {import('../types.js').Lang} lang */
export function labelFrame({ dialog, back, close, clear, language, input }, t, lang) {
  dialog.lang = lang === 'zh' ? 'zh-CN' : 'en'
  back.ariaLabel = t.back
  close.ariaLabel = t.close
  clear.ariaLabel = t.clear
  language.textContent = t.otherLanguage
  language.lang = lang === 'zh' ? 'en' : 'zh-CN'
  input.placeholder = t.placeholder
  input.ariaLabel = t.searchLabel
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
    this.#phone.addEventListener?.('change', this.#turn)
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
    this.#phone.removeEventListener?.('change', this.#turn)
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
