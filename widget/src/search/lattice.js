/** Letters to the likeliest characters of the index; twin of dianzhi/search/lattice.py. */

import { ALONE_COST, BEAM, PARTIAL_COST, SHORT_COST, SHORT_MOST, SYLLABLE_LONGEST, UNHEARD_COST } from './constants.js'
import { isSyllable } from './syllables.js'

/**
 * @typedef {import('./sounds.js').Sounds} Sounds
 * @typedef {object} State The cheapest way to a character that ends at a place.
 * @property {string} char
 * @property {number} cost
 * @property {State | null} before
 * @property {number} links Neighbours on the way that the index knows as a pair, less words of letters.
 * @property {number} size Characters on the way.
 */

/** Ways through letters: each step is a character whose syllable, or its beginning, stands there. */
class Lattice {
  /**
   * @param {Sounds} sounds
   * @param {string[]} runs Letters; no syllable crosses the end of a run.
   * @param {boolean} short Syllables may be given by their initials; then all neighbours are pairs.
   * @param {boolean} open The last syllable may be cut short.
   */
  constructor(sounds, runs, short, open) {
    this.sounds = sounds
    this.short = short
    this.open = open
    this.letters = runs.join('')
    /** @type {number[]} Of each place the end of its run. */
    this.ends = []
    for (const run of runs) {
      const end = this.ends.length + run.length
      while (this.ends.length < end) this.ends.push(end)
    }
    /** @type {Map<string, State>[]} */
    this.places = [...this.letters, ''].map(() => new Map())
  }

  /** @returns {State | null} The cheapest way to the end. */
  walk() {
    for (let at = 0; at < this.letters.length; at++) {
      const states = cheapest(this.places[at])
      if (at && !states.length) continue
      for (const state of states) this.follow(at, state)
      if (!at || !this.short) this.restart(at, states[0] ?? null)
    }
    return cheapest(this.places[this.letters.length])[0] ?? null
  }

  /**
   * Goes on with the characters that follow in the index.
   * @param {number} at
   * @param {State} state
   */
  follow(at, state) {
    for (const [char, cost] of this.sounds.followers.get(state.char) ?? []) {
      for (const syllable of this.sounds.readings.get(char) ?? []) {
        this.step(at, syllable, char, state.cost + cost, state, 1)
      }
    }
  }

  /**
   * Goes on with any character, as if nothing stood before.
   * @param {number} at
   * @param {State | null} before
   */
  restart(at, before) {
    const base = (before?.cost ?? 0) + ALONE_COST
    const syllables = this.short ? this.sounds.chars.keys() : this.spelled(at)
    for (const syllable of syllables) {
      if (!this.sounds.chars.has(syllable) && isSyllable(syllable)) {
        this.reach(at + syllable.length, syllable, base + UNHEARD_COST, before, 0)
      }
      for (const [char, cost] of this.sounds.chars.get(syllable) ?? []) {
        this.step(at, syllable, char, base + cost, before, syllable === char ? -1 : 0)
      }
    }
  }

  /**
   * The syllables of the index that stand at a place, or begin there at the open end.
   * @param {number} at
   */
  spelled(at) {
    const found = []
    const last = Math.min(this.ends[at], at + SYLLABLE_LONGEST)
    for (let end = at + 1; end <= last; end++) found.push(this.letters.slice(at, end))
    if (!this.open || last < this.letters.length) return found
    const rest = this.letters.slice(at)
    for (const syllable of this.sounds.chars.keys()) {
      if (syllable.length > rest.length && syllable.startsWith(rest)) found.push(syllable)
    }
    return found
  }

  /**
   * @param {number} at
   * @param {string} syllable
   * @param {string} char
   * @param {number} cost
   * @param {State | null} before
   * @param {number} link
   */
  step(at, syllable, char, cost, before, link) {
    if (this.letters[at] !== syllable[0]) return
    const left = this.ends[at] - at
    if (left >= syllable.length && this.letters.slice(at, at + syllable.length) === syllable) {
      this.reach(at + syllable.length, char, cost, before, link)
    } else if (this.open && this.ends[at] === this.letters.length && syllable.startsWith(this.letters.slice(at))) {
      this.reach(this.letters.length, char, cost + PARTIAL_COST, before, link)
    }
    if (this.short && syllable !== char) this.reach(at + 1, char, cost + SHORT_COST, before, link)
  }

  /**
   * @param {number} end
   * @param {string} char
   * @param {number} cost
   * @param {State | null} before
   * @param {number} link
   */
  reach(end, char, cost, before, link) {
    const known = this.places[end].get(char)
    if (known && known.cost <= cost) return
    const links = (before?.links ?? 0) + link
    this.places[end].set(char, { char, cost, before, links, size: (before?.size ?? 0) + 1 })
  }
}

/**
 * @param {Map<string, State>} states
 * @returns {State[]} Cheapest first; of equal ones the one reached first.
 */
function cheapest(states) {
  return [...states.values()].sort((a, b) => a.cost - b.cost).slice(0, BEAM)
}

/**
 * The characters that letters stand for; empty if they are no pinyin of this index.
 * @param {Sounds} sounds
 * @param {string[]} runs
 * @param {boolean} open Whether the query ends here, so that the last syllable may be cut short.
 */
export function spellOut(sounds, runs, open) {
  const full = new Lattice(sounds, runs, false, open).walk()
  if (full && (full.links > 0 || full.size <= runs.length)) return charsTo(full)
  if (runs.length > 1) return ''
  const short = new Lattice(sounds, runs, true, open).walk()
  if (!short || short.size < 2) return ''
  return short.cost <= ALONE_COST + SHORT_MOST * short.size ? charsTo(short) : ''
}

/** @param {State} last */
function charsTo(last) {
  let text = ''
  for (let state = /** @type {State | null} */ (last); state; state = state.before) text = state.char + text
  return text
}
