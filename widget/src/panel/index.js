/** The panel, imported by the loader on first intent; the manifest it came with is its own. */

import { App } from './app.js'
import css from './panel.css'

/**
 * @param {import('../types.js').PanelOptions} options
 * @returns {import('../types.js').Panel}
 */
export function createPanel(options) {
  const { host } = options
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  const root = /** @type {ShadowRoot} */ (host.shadowRoot)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  const app = new App(options)
  host.gone = () => app.opening.close()
  return {
    warm: () => app.content.warm(),
    open: () => app.open(),
    close: () => app.opening.close(),
    toggle: () => (app.opening.isOpen ? app.opening.close() : app.open()),
    search(query = '') {
      app.frame.input.value = query
      app.open()
      app.type()
    },
    show(id) {
      app.open()
      app.show(id)
    },
    contextChanged: () => app.contextChanged(),
    destroy: () => app.destroy(),
  }
}
