/** Where the shopper is and came from: a stack of views that never empties. */

/**
 * @typedef {{kind: 'home'} | {kind: 'category', id: string} | {kind: 'results', query: string}
 *   | {kind: 'answer', id: string} | {kind: 'flow', id: string} | {kind: 'batch', number?: string}
 *   | {kind: 'scan'} | {kind: 'person', summary?: string, flow?: string}} Place The kinds after `results` are parts of the panel.
 */
/** @typedef {Place & {scroll?: number, row?: string, reported?: boolean, unfolded?: boolean,
 *   lost?: import('./content.js').ContentError}} View `row`, `scroll` and `unfolded` restore a way back;
 *   `reported`: the page was told of this search; `lost`: what may hold its answer did not come. */

/** @type {() => View} */
const home = () => ({ kind: 'home' })

export class Trail {
  /** @type {View[]} */
  #views = [home()]

  get current() {
    return this.#views[this.#views.length - 1]
  }

  get atHome() {
    return this.#views.length === 1
  }

  /** @param {Place} place */
  push(place) {
    this.#views.push({ ...place })
  }

  pop() {
    if (!this.atHome) this.#views.pop()
    return this.current
  }

  /** The category that the shopper looked into, if any. @returns {string | undefined} */
  get category() {
    let last
    for (const view of this.#views) if (view.kind === 'category') last = view.id
    return last
  }

  /** Typing replaces what was open: results hang below home, or the category they are asked from. @param {string} query */
  type(query) {
    this.#views = this.#views.filter(({ kind }) => kind === 'home' || kind === 'category')
    if (query) this.push({ kind: 'results', query })
  }

  reset() {
    this.#views = [home()]
  }
}
