/** Which parts of a result's text to mark: the engine's matches, cleaned for drawing. */

/**
 * @param {string} text
 * @param {[string, number, number][]} matches `[field, start, end]`, UTF-16 units, any order.
 * @param {string} field The field that `text` is.
 * @returns {{text: string, marked: boolean}[]} Pieces whose texts join to `text`, none empty.
 */
export function markedPieces(text, matches, field) {
  const marked = new Uint8Array(text.length)
  for (const [name, start, end] of matches) if (name === field) marked.fill(1, start, end)
  /** @type {{text: string, marked: boolean}[]} */
  const pieces = []
  for (let i = 0; i < text.length; i++) {
    const last = pieces[pieces.length - 1]
    const own = Boolean(marked[i])
    if (last?.marked === own) last.text += text[i]
    else pieces.push({ text: text[i], marked: own })
  }
  return pieces
}
