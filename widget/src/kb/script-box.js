/** `<dz-script>`: a script's messages with fields for its placeholders. The markup comes with the page. */

import { clearAll, fillIn, filled, valueOf } from './blanks.js'

export class ScriptBox extends HTMLElement {
  connectedCallback() {
    this.addEventListener('input', this.onInput)
    this.addEventListener('click', this.onClick)
    document.addEventListener('dianzhi-blanks', this.show)
    this.show()
  }

  disconnectedCallback() {
    document.removeEventListener('dianzhi-blanks', this.show)
  }

  /** @param {Event} event */
  onInput = ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset.name) {
      fillIn(target.dataset.name, target.value)
    }
  }

  /** @param {Event} event */
  onClick = ({ target }) => {
    if (target instanceof Element && target.closest('[data-clear]')) {
      clearAll()
      this.querySelector('input')?.focus()
    }
  }

  /** Brings fields and lines up to what is filled in, wherever that was done. */
  show = () => {
    for (const field of this.querySelectorAll('input')) {
      const value = valueOf(field.dataset.name ?? '')
      if (field.value.trim() !== value) field.value = value
    }
    for (const blank of blanksIn(this)) {
      const name = blank.dataset.name ?? ''
      blank.textContent = valueOf(name) || `{${name}}`
      blank.classList.toggle('dz-filled', valueOf(name) !== '')
    }
  }

  /**
   * @param {Element | null} line One line, or null for all, each on a line of its own.
   * @returns {{text: string, missing: string[]}}
   */
  text(line) {
    const lines = [...(line ?? this).querySelectorAll('.dz-line')].map((one) => filled(pieces(one)))
    const missing = new Set(lines.flatMap((one) => one.missing))
    return { text: lines.map((one) => one.text).join('\n'), missing: [...missing] }
  }
}

/** @param {Element} element */
const blanksIn = (element) =>
  /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll('.dz-blank'))

/**
 * @param {Element} line
 * @returns {(string | [string])[]}
 */
function pieces(line) {
  return [...line.childNodes].map((node) =>
    node instanceof HTMLElement ? [node.dataset.name ?? ''] : (node.textContent ?? ''),
  )
}
