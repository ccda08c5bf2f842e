/**
 * What the agent filled in, by placeholder name. Kept for this window only: the next window, and
 * the next shopper after clearing, start empty.
 */

const KEY = 'dianzhi.blanks'

/** @type {Record<string, string>} */
let values = read()

/** @returns {Record<string, string>} */
function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}')
  } catch {
    return {} // storage is forbidden, or not ours: memory will do
  }
}

/** @param {Record<string, string>} next */
function keep(next) {
  values = next
  try {
    sessionStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // memory will do
  }
  document.dispatchEvent(new Event('dianzhi-blanks'))
}

/** @param {string} name */
export const valueOf = (name) => values[name] ?? ''

/**
 * @param {string} name
 * @param {string} value White space around it is dropped.
 */
export function fillIn(name, value) {
  keep({ ...values, [name]: value.trim() })
}

export function clearAll() {
  keep({})
}

/**
 * @param {(string | [string])[]} pieces Text, and blanks as arrays of one name.
 * @returns {{text: string, missing: string[]}} An empty blank stays as `{name}`.
 */
export function filled(pieces) {
  /** @type {string[]} */
  const missing = []
  const text = pieces.map((piece) => {
    if (typeof piece === 'string') return piece
    const value = valueOf(piece[0])
    if (!value) missing.push(piece[0])
    return value || `{${piece[0]}}`
  })
  return { text: text.join(''), missing: [...new Set(missing)] }
}
