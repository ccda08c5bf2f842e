/** Search results as a list box. */

import { el } from '../panel/dom.js'
import { markedPieces } from '../panel/marks.js'
import { filled } from './blanks.js'
import { pageOf } from './library.js'

/** @typedef {import('./library.js').Result} Result */

/** @type {Record<string, string>} */
export const KINDS = {
  entry: '问答', script: '话术', flow: '流程', product: '商品', change: '更新', campaign: '活动',
}

/**
 * @param {Result} result
 * @param {string} id Of the element, for `aria-activedescendant`.
 */
export function resultRow(result, id) {
  const { card } = result
  const marked = markedPieces(result.question, result.matches, 'question').map(({ text, marked }) =>
    marked ? el('mark', {}, text) : text,
  )
  const title = el('a', { href: pageOf(result.url), tabIndex: -1, className: 'dz-result-title' }, ...marked)
  const head = el(
    'div',
    { className: 'dz-result-head' },
    el('span', { className: `dz-kind dz-${result.kind}` }, KINDS[result.kind] ?? ''),
    title,
    card.code ? el('code', { className: 'dz-code' }, card.code) : null,
    card.note ? el('span', { className: 'dz-tag dz-stop' }, card.note) : null,
  )
  return el('li', { id, role: 'option', 'aria-selected': 'false' }, head, preview(result))
}

/** @param {Result} result */
function preview({ card }) {
  if (!card.lines) return null
  const { text } = messageOf(card.lines)
  const button = el('button', { type: 'button', tabIndex: -1, className: 'dz-button' }, '复制')
  return el('div', { className: 'dz-preview' }, el('p', {}, text), button)
}

/**
 * @param {(string | [string])[][]} lines
 * @returns {{text: string, missing: string[]}} All messages, one a line, blanks filled in.
 */
export function messageOf(lines) {
  const found = lines.map(filled)
  const missing = new Set(found.flatMap((one) => one.missing))
  return { text: found.map((one) => one.text).join('\n'), missing: [...missing] }
}
