/** The launcher: a real button in a shadow root that no style of the page can reach. */

import css from './launcher.css'

/** What the button says: waiting for a click, opening, could not open. */
const LABELS = {
  zh: ['问题咨询', '正在打开…', '没有打开，点此重试'],
  en: ['Help', 'Opening…', 'Not opened, try again'],
}

export class LauncherElement extends HTMLElement {
  /** Set by the panel: an open dialog must not survive the page taking the element away. */
  gone = () => {}

  disconnectedCallback() {
    this.gone()
  }
}

/**
 * @param {HTMLElement} host An element without a shadow root.
 * @param {string | undefined} lang `en`, or anything else for Chinese.
 * @returns {[HTMLButtonElement, (state: 0 | 1 | 2) => void]} The button, and what sets its label.
 */
export function buildLauncher(host, lang) {
  const labels = LABELS[lang == 'en' ? 'en' : 'zh']
  // First what an older browser lacks: without it the link inside the element must stay in sight.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  const root = host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [sheet]
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'launcher'
  button.part.add('launcher')
  button.ariaHasPopup = 'dialog'
  button.ariaExpanded = 'false'
  root.append(button)

  /** @param {0 | 1 | 2} state Index into the labels. */
  const say = (state) => {
    button.textContent = labels[state]
  }
  say(0)
  return [button, say]
}
