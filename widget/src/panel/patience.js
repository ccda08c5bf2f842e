/** What a shopper asked in this visit, in memory only, and when asking on helps no more. */

/** Questions in a row without a 有用 after which a person is offered: more than three. */
const ENOUGH = 4
/** Questions kept. */
const KEPT = 20

export class Patience {
  /** @type {string[]} The latest last. */
  questions = []
  /** Questions since the last answer that was useful. */
  #inVain = 0

  /** @param {string} query As it stood when typing rested. */
  asked(query) {
    if (this.#isNew(query)) this.#inVain++
    else this.questions.pop()
    this.questions = [...this.questions, query].slice(-KEPT)
  }

  /** An answer was called useful: counting starts anew. */
  helped() {
    this.#inVain = 0
  }

  /** @param {string} [query] What is being typed, and counts as soon as it is another question. */
  isOut(query = '') {
    return this.#inVain + Number(this.#isNew(query)) >= ENOUGH
  }

  /** A question that goes on from the one before, or takes some of it back, is the same question.
   * @param {string} query */
  #isNew(query) {
    const last = this.questions[this.questions.length - 1] ?? ''
    return Boolean(query) && !(last && (query.startsWith(last) || last.startsWith(query)))
  }
}
