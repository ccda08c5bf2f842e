/** The way through a dialogue: pure steps from one state to the next; nothing typed is ever lost. */

import { check } from './checks.js'

/** @typedef {import('../../types.js').Flow} Flow */
/**
 * @typedef {object} Step One turn. What was answered stays when the shopper comes back to it.
 * @property {string} node
 * @property {number} [choice] Index of the option taken.
 * @property {string} [value] As checked; empty when skipped.
 * @property {boolean} [doubted] Taken though it did not look like what was asked for.
 */
/**
 * @typedef {object} Walk
 * @property {Step[]} path From the start to the current turn, which has no answer yet or its former one.
 * @property {Record<string, string>} typed By input name, as it stood in the field; going back keeps it.
 * @property {string} [refused] The value doubted just now: the same again passes.
 */

/** @param {Flow} flow @param {Record<string, string>} [typed] @returns {Walk} */
export const start = (flow, typed = {}) => ({ path: [{ node: flow.start }], typed })

/** @param {Walk} walk */
export const last = ({ path }) => path[path.length - 1]

/** @param {Flow} flow @param {Walk} walk */
export const current = (flow, walk) => flow.nodes[last(walk).node]

/** A dialogue that was published anew may lack a turn that was walked. @param {Flow} flow @param {Walk} walk */
export const holds = (flow, { path }) => path.every(({ node }) => Object.hasOwn(flow.nodes, node))

/** @param {Walk} walk @param {Partial<Step>} answer @param {string} to @returns {Walk} */
const onward = ({ path, typed }, answer, to) =>
  ({ path: [...path.slice(0, -1), { node: path[path.length - 1].node, ...answer }, { node: to }], typed })

/** @param {Flow} flow @param {Walk} walk @param {number} choice @returns {Walk} */
export function choose(flow, walk, choice) {
  const option = current(flow, walk).options?.[choice]
  return option ? onward(walk, { choice }, option.to) : walk
}

/** Keeps what stands in the field. @param {Walk} walk @param {string} name @param {string} text @returns {Walk} */
export const type = (walk, name, text) => ({ ...walk, typed: { ...walk.typed, [name]: text } })

/**
 * Takes what was typed when it fits, or when it is sent a second time as it was.
 * @param {Flow} flow @param {Walk} walk @param {string} text @param {string} today @returns {Walk}
 */
export function enter(flow, walk, text, today) {
  const { input } = current(flow, walk)
  if (!input) return walk
  const { value, fits } = check(input.kind, text, today)
  const kept = type(walk, input.name, text)
  if (!fits && walk.refused !== value) return { ...kept, refused: value }
  return onward(kept, { value, doubted: !fits }, input.to)
}

/** @param {Walk} walk @returns {Walk} */
export const back = ({ path, typed }) => ({ path: path.length > 1 ? path.slice(0, -1) : path, typed })

/** What was given on this way, by input name; another way's values are not handed over.
 * @param {Flow} flow @param {Walk} walk @returns {Map<string, string>} */
export function given(flow, { path }) {
  /** @type {Map<string, string>} */
  const values = new Map()
  for (const { node, value } of path.slice(0, -1)) {
    const { input } = flow.nodes[node]
    if (input && value) values.set(input.name, value)
  }
  return values
}

/**
 * Puts values in the place of `{name}`; doubled braces are braces.
 * @param {string} text @param {Map<string, string>} values @param {string} missing Stands for what was not given.
 */
export const fill = (text, values, missing) =>
  text.replace(/\{\{|\}\}|\{([^{}\n]{1,60})\}/g, (token, name) => (name ? (values.get(name.trim()) ?? missing) : token[0]))
