/** GS1 Digital Links, `…/01/<GTIN>/10/<lot>?17=<YYMMDD>`: read as text, never visited. */

import { codeOf, gtinOf } from './gs1.js'

/** @param {string} part Percent-encoded, perhaps badly. */
function decoded(part) {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** @param {string} text @returns {URL | undefined} */
function address(text) {
  try {
    return /^https?:/i.test(text) ? new URL(text) : undefined
  } catch {
    return undefined
  }
}

/**
 * @param {string} text
 * @param {number} thisYear
 * @returns {import('./gs1.js').Code | undefined} Undefined when it is no such link.
 */
export function readLink(text, thisYear) {
  const url = address(text)
  if (!url) return undefined
  const path = url.pathname.split('/').map(decoded)
  // What stands before the key is the host's own business.
  const key = path.map((part, at) => part === '01' && gtinOf(path[at + 1]) !== undefined).indexOf(true)
  if (key < 0) return undefined
  const elements = new Map(url.searchParams)
  for (let at = key; at + 1 < path.length; at += 2) elements.set(path[at], path[at + 1])
  return codeOf(elements, thisYear)
}
