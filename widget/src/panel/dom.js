/** Building elements: text is always text, and no style or handler is ever an attribute. */

import { ICONS } from './icons.js'

const SVG = 'http://www.w3.org/2000/svg'

/** @typedef {globalThis.Node | string | null | undefined | false} Child */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown>} properties Properties of the element; a name with a hyphen, and
 *   `role`, is an attribute.
 * @param {...Child} children Empty ones are left out.
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes('-') || name === 'role' || name === 'part') element.setAttribute(name, String(value))
    else Object.assign(element, { [name]: value })
  }
  for (const child of children) if (child) element.append(child)
  return element
}

/** @param {string | null} name A name of `icons.js`; others show the icon for a question. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('class', 'icon')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', name && Object.hasOwn(ICONS, name) ? ICONS[name] : ICONS.question)
  svg.append(path)
  return svg
}
