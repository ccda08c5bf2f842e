/** Copies text and says so, to the eye and to screen readers. */

import { el } from '../panel/dom.js'

const SHOWN_MS = 2600

/** @type {HTMLElement | undefined} */
let toast
let timer = 0

/**
 * @param {string} text
 * @param {string[]} [missing] Names of blanks that are still empty.
 * @param {string} [warning] Why the text may not be sent, such as 已停用.
 * @returns {Promise<boolean>} Whether it is on the clipboard.
 */
export async function copy(text, missing = [], warning = '') {
  const done = (await byClipboard(text)) || byCommand(text)
  const empty = missing.length ? `，还没填：${missing.join('、')}` : ''
  const care = warning && `，注意：${warning}`
  say(done ? `已复制${care}${empty}` : '没能复制，请手动选中复制', !done || Boolean(care || empty))
  return done
}

/** @param {string} text */
async function byClipboard(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false // plain http has no clipboard, a refused permission none either
  }
}

/** @param {string} text */
function byCommand(text) {
  const before = /** @type {HTMLElement | null} */ (document.activeElement)
  const field = el('textarea', { value: text, className: 'dz-hidden', 'aria-hidden': 'true' })
  document.body.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  before?.focus()
  return done
}

/**
 * @param {string} message
 * @param {boolean} warns
 */
export function say(message, warns) {
  if (!toast?.isConnected) {
    toast = el('div', { className: 'dz-toast', role: 'status', 'aria-live': 'polite' })
    document.body.append(toast)
  }
  toast.textContent = message
  toast.classList.toggle('dz-warns', warns)
  toast.classList.add('dz-shown')
  clearTimeout(timer)
  timer = window.setTimeout(() => toast?.classList.remove('dz-shown'), SHOWN_MS)
}
