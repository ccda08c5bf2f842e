/** Copying, where a page may; else the text is left selected for the shopper to copy. */

/**
 * @param {string} text
 * @param {() => HTMLInputElement | HTMLTextAreaElement} field Shows the text when it must be selected.
 * @returns {Promise<boolean>} Whether it is on the clipboard.
 */
export async function copy(text, field) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Plain http has no clipboard and a refused permission none either; the old way may work in both.
    const shown = field()
    shown.focus({ preventScroll: true })
    shown.select()
    try {
      return document.execCommand('copy')
    } catch {
      return false
    }
  }
}
