/** What a shopper wrote, and how far sending it has come: kept while the panel lives, in memory only. */

import { newId, post } from './post.js'

/** @typedef {import('../../panel/app.js').App} App */
/** @typedef {'written' | 'sending' | 'sent' | import('./post.js').Failure} Stage */

export class Draft {
  edited = false
  /** @type {Stage} */
  stage = 'written'
  /** Called whenever the stage changes; the view that is shown sets it. */
  changed = () => {}
  #id = newId()

  /** @param {string} text @param {string} origin Summary of the dialogue it came from. */
  constructor(text, origin) {
    this.text = text
    this.origin = origin
  }

  /** @param {string} text Another text is another matter to the shop. */
  write(text) {
    this.text = text
    this.edited = true
    if (this.stage !== 'sent') return
    this.#id = newId()
    this.#reach('written')
  }

  /**
   * @param {string} url @param {Omit<import('../../../dianzhi.js').DianzhiHandoff, 'id' | 'summary'>} about
   * @returns {Promise<boolean>} Whether the shop took it now.
   */
  async send(url, about) {
    if (this.stage === 'sending' || this.stage === 'sent') return false
    const { text } = this
    this.#reach('sending')
    const failure = await post(url, { id: this.#id, summary: text, ...about })
    // What was written meanwhile has not been sent.
    if (!failure && this.text !== text) this.#id = newId()
    this.#reach(failure ?? (this.text === text ? 'sent' : 'written'))
    return !failure
  }

  /** @param {Stage} stage */
  #reach(stage) {
    this.stage = stage
    this.changed()
  }
}

/** @type {WeakMap<App, Draft>} */
const drafts = new WeakMap()

/**
 * The draft of this visit, unless the shopper comes with another matter or has not touched it.
 * @param {App} app @param {string} origin @param {string} fresh A new text.
 */
export function draftOf(app, origin, fresh) {
  const kept = drafts.get(app)
  const goesOn = kept && kept.origin === origin && (kept.edited || kept.stage !== 'written')
  const draft = goesOn ? kept : new Draft(fresh, origin)
  drafts.set(app, draft)
  return draft
}
