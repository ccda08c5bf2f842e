/** `<dz-search>`: finds anything in the knowledge base as it is typed, by keyboard alone. */

import { el } from '../panel/dom.js'
import { copy } from './copy.js'
import { openLibrary } from './library.js'
import { messageOf, resultRow } from './results.js'

/** @typedef {import('./library.js').Result} Result */

const LIMIT = 10
let boxes = 0

export class SearchBox extends HTMLElement {
  /** @type {Result[]} */
  results = []
  active = -1

  connectedCallback() {
    if (this.input) return
    this.number = ++boxes
    const list = `dz-results-${this.number}`
    this.input = el('input', {
      type: 'search', role: 'combobox', placeholder: this.dataset.hint ?? '搜索', autocomplete: 'off',
      spellcheck: false, enterKeyHint: 'search', 'aria-label': '搜索知识库', 'aria-expanded': 'false',
      'aria-controls': list, 'aria-autocomplete': 'list', 'aria-keyshortcuts': '/',
    })
    this.list = el('ul', { id: list, role: 'listbox', 'aria-label': '搜索结果' })
    this.status = el('p', { className: 'dz-search-status', 'aria-live': 'polite' })
    this.panel = el('div', { className: 'dz-results', hidden: true }, this.status, this.list)
    this.replaceChildren(this.input, this.panel)
    this.listen(this.input, this.list)
  }

  /**
   * @param {HTMLInputElement} input
   * @param {HTMLElement} list
   */
  listen(input, list) {
    input.addEventListener('focus', () => void this.search())
    // Half a word of an input method is no question; what it ends with is.
    input.addEventListener('input', (event) => {
      if (!(/** @type {InputEvent} */ (event).isComposing)) void this.search()
    })
    input.addEventListener('compositionend', () => void this.search())
    input.addEventListener('keydown', this.onKey)
    list.addEventListener('mousedown', (event) => event.preventDefault()) // the focus stays
    list.addEventListener('click', this.onClick)
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.contains(relatedTarget))) this.close()
    })
  }

  /** Shows what is found for the text typed so far; a slower answer never overtakes a later one. */
  async search() {
    const asked = this.input?.value ?? ''
    try {
      const library = await openLibrary()
      if (asked !== this.input?.value) return
      this.show(asked, asked.trim() ? library.search(asked, LIMIT) : [])
    } catch {
      this.show(asked, [], '搜索没有载入，检查网络后再试一次。')
    }
  }

  /**
   * @param {string} asked
   * @param {Result[]} results
   * @param {string} [problem]
   */
  show(asked, results, problem) {
    if (!this.list || !this.panel || !this.status) return
    this.results = results
    this.list.replaceChildren(...results.map((one, i) => resultRow(one, `${this.list?.id}-${i}`)))
    this.status.textContent = problem ?? this.summary(asked)
    const open = asked.trim() !== '' && this.contains(document.activeElement)
    this.panel.hidden = !open
    this.input?.setAttribute('aria-expanded', String(open))
    this.select(results.length ? 0 : -1)
  }

  /** @param {string} asked */
  summary(asked) {
    if (!asked.trim()) return ''
    if (!this.results.length) return '没有找到，换个说法试试。'
    const [{ reading }] = this.results
    const understood = reading ? `按“${reading}”查找　` : ''
    const sure = this.results.some(({ confidence }) => confidence !== 'maybe')
    return understood + (sure ? '↑↓ 选择　回车打开，话术回车复制　Esc 关闭' : '没有很对得上的，可能相关的有：')
  }

  /** @param {number} index Of the result to highlight, -1 for none. */
  select(index) {
    this.active = index
    const rows = [...(this.list?.children ?? [])]
    rows.forEach((row, i) => row.setAttribute('aria-selected', String(i === index)))
    rows[index]?.scrollIntoView({ block: 'nearest' })
    const id = rows[index]?.id
    if (id) this.input?.setAttribute('aria-activedescendant', id)
    else this.input?.removeAttribute('aria-activedescendant')
  }

  /** @param {KeyboardEvent} event */
  onKey = (event) => {
    if (event.isComposing) return // Enter chooses a word of the input method
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && this.results.length) {
      event.preventDefault()
      this.select((this.active + step + this.results.length) % this.results.length)
    } else if (event.key === 'Enter' && this.active >= 0) {
      event.preventDefault()
      this.choose(this.active, event.shiftKey)
    } else if (event.key === 'Escape') {
      this.escape()
    }
  }

  /** The first Escape closes the list, the second leaves the box. */
  escape() {
    if (this.panel?.hidden) this.input?.blur()
    else this.close()
  }

  /**
   * @param {number} index
   * @param {boolean} opens Opens a script instead of copying it.
   */
  choose(index, opens) {
    const { card } = this.results[index]
    if (card.lines && !opens) this.copyScript(card.lines, card.note)
    else this.list?.children[index]?.querySelector('a')?.click()
  }

  /**
   * @param {(string | [string])[][]} lines
   * @param {string} [note] What is wrong with the script, if anything.
   */
  copyScript(lines, note) {
    const { text, missing } = messageOf(lines)
    void copy(text, missing, note)
  }

  /** @param {MouseEvent} event */
  onClick = ({ target }) => {
    const row = target instanceof Element ? target.closest('li') : null
    const index = [...(this.list?.children ?? [])].findIndex((one) => one === row)
    if (index < 0 || !(target instanceof Element)) return
    if (target.closest('button')) this.choose(index, false)
    else if (target.closest('a')) this.left()
    else this.choose(index, true)
  }

  /** A result was opened: the theme may show it without a load, and the box stays as it is. */
  left() {
    this.close()
    this.input?.blur()
  }

  close() {
    if (this.panel) this.panel.hidden = true
    this.input?.setAttribute('aria-expanded', 'false')
  }
}

/** @param {KeyboardEvent} event `/` anywhere but in a field goes to the search: the page's own, else the header's. */
export function focusOnSlash(event) {
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return
  const box = /** @type {HTMLInputElement | null} */ (
    document.querySelector('main dz-search input') ?? document.querySelector('dz-search input')
  )
  if (!box) return
  event.preventDefault()
  event.stopImmediatePropagation()
  box.focus()
  box.select()
}
