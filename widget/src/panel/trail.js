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

  /** Typing replaces what was open: results hang below home, or the category they are asked from. Back
   * leads through no category twice: the second time it would seem to do nothing. @param {string} query */
  type(query) {
    /** @type {View[]} */
    const kept = []
    /** @type {string[]} */
    const ids = []
    for (const view of this.#views) {
      if (view.kind !== 'home' && view.kind !== 'category') continue
      const id = view.kind === 'category' ? view.id : ''
      const before = ids.indexOf(id)
      if (before >= 0) kept.length = ids.length = before
      kept.push(view)
      ids.push(id)
    }
    this.#views = kept
    if (query) this.push({ kind: 'results', query })
  }

  reset() {
    this.#views = [home()]
  }
}
