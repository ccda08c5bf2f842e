/** The launcher: a real button in a shadow root that no style of the page can reach. */

import css from './launcher.css'

/** What the button says: waiting for a click, opening, could not open. */
export const LABELS = {
  zh: ['问题咨询', '正在打开…', '没有打开，点此重试'],
  en: ['Help', 'Opening…', 'Try again'],
}

export class LauncherElement extends HTMLElement {
  /** Set by the panel: an open dialog must not survive the page taking the element away. */
  gone = () => {}

  connectedCallback() {
    window.dianzhi?.mount?.(this)
  }

  disconnectedCallback() {
    this.gone()
  }
}

/** @param {HTMLElement} host An element without a shadow root. */
export function buildLauncher(host) {
  // First what an older browser lacks: without it the link inside the element must stay in sight.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  const root = host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [sheet]
  const button = Object.assign(document.createElement('button'), {
    className: 'launcher', part: 'launcher', ariaHasPopup: 'dialog', ariaExpanded: 'false',
  })
  root.append(button)
  return button
}
