/** Buttons of pages that copy: a whole text, one line of a script, or all its lines. */

import { copy } from './copy.js'
import { ScriptBox } from './script-box.js'

const DONE_MS = 1500

/** @param {Event} event A click anywhere in the page. */
export async function copyOnClick(event) {
  const target = event.target instanceof Element ? event.target : null
  const button = /** @type {HTMLElement | null | undefined} */ (
    target?.closest('[data-copy], [data-copy-text]')
  )
  if (!button) return
  const { text, missing } = wanted(button)
  if (await copy(text, missing)) mark(button)
}

/** @param {HTMLElement} button */
function wanted(button) {
  const { copyText, missing } = button.dataset
  const box = button.closest('dz-script')
  if (copyText !== undefined || !(box instanceof ScriptBox)) return { text: copyText ?? '', missing: missing ? [missing] : [] }
  const line = button.dataset.copy === 'line' ? button.closest('li') : null
  return box.text(line)
}

/** @param {HTMLElement} button */
function mark(button) {
  button.dataset.label ??= button.textContent ?? ''
  button.textContent = '已复制'
  setTimeout(() => (button.textContent = button.dataset.label ?? ''), DONE_MS)
}
