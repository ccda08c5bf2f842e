/** Input methods: while one composes, and just after, its keys are not ours. */

/** Milliseconds in which Safari still sends the key that ended a composition. */
const AFTERGLOW = 50

export class Composition {
  active = false
  #ended = -Infinity

  /** @param {EventTarget} input @param {() => void} finished Called when the composed text stands. */
  constructor(input, finished) {
    input.addEventListener('compositionstart', () => (this.active = true))
    input.addEventListener('compositionend', ({ timeStamp }) => {
      this.active = false
      this.#ended = timeStamp
      finished()
    })
  }

  /** @param {KeyboardEvent} event @returns {boolean} Whether the key belongs to the input method. */
  owns(event) {
    return (
      this.active || event.isComposing || event.keyCode === 229 || event.timeStamp - this.#ended < AFTERGLOW
    )
  }
}
