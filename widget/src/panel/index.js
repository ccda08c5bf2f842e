/** The panel, imported by the loader on first intent; the manifest it came with is its own. */

import { App } from './app.js'
import css from './panel.css'

export * from './kit.js'

/**
 * @param {import('../types.js').PanelOptions} options
 * @returns {import('../types.js').Panel}
 */
export function createPanel(options) {
  const { host } = options
  const app = new App(options)
  app.dress(css)
  host.gone = () => app.opening.close()
  return {
    warm: () => app.content.warm(),
    open: () => app.open(),
    close: () => app.opening.close(),
    toggle: () => (app.opening.isOpen ? app.opening.close() : app.open()),
    search(query = '') {
      app.open()
      app.ask(query)
    },
    show(id) {
      app.open()
      app.show(id)
    },
    destroy: () => app.destroy(),
  }
}
