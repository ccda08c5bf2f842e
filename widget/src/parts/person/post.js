/** Sending the summary to the shop's own address: only on a tap, and success only when it says so. */

/** Milliseconds until a reply counts as lost. */
const PATIENCE = 10_000

/** @typedef {'slow' | 'offline' | 'unreachable' | 'refused'} Failure Keys of the strings' `failures`. */

/**
 * @param {string | undefined} given `data-handoff`.
 * @param {string} page Address of the page, which a relative one belongs to.
 * @returns {string | null} An address that may be sent to: encrypted, or of the page's own origin.
 */
export function endpoint(given, page) {
  if (!given) return null
  try {
    const url = new URL(given, page)
    return url.protocol === 'https:' || url.origin === new URL(page).origin ? url.href : null
  } catch {
    return null
  }
}

/**
 * @param {string} url
 * @param {import('../../../dianzhi.js').DianzhiHandoff} body
 * @returns {Promise<Failure | null>} Null when the shop has it: its reply was 2xx.
 */
export async function post(url, body) {
  try {
    const reply = await fetch(url, {
      method: 'POST', body: JSON.stringify(body, itself), headers: { 'content-type': 'application/json' },
      credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error', signal: AbortSignal.timeout(PATIENCE),
    })
    return reply.ok ? null : 'refused'
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') return 'slow'
    return navigator.onLine === false ? 'offline' : 'unreachable'
  }
}

/** Old libraries give arrays and strings a `toJSON` of their own: a value goes as it stands in its place.
 * @this {any} @param {string} key */
function itself(key) {
  return this[key]
}

/** It tells one note from another and is no secret: any dice will do.
 * @returns {string} 32 hexadecimal digits; the same matter keeps its own on every retry. */
export function newId() {
  const bytes = Uint8Array.from({ length: 16 }, () => Math.random() * 256)
  globalThis.crypto?.getRandomValues(bytes)
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
