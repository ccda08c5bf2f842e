/** How queries are typed: pinyin, slips that sound alike, misspelt words, what may follow. Comes after the core, with the readings. */

export { aheadOf } from './ahead.js'
import { mended } from './mending.js'
import { readingOf } from './reading.js'
import { Sounds } from './sounds.js'
import { respelled } from './spelling.js'

/** @typedef {import('./opened.js').Opened} Opened */

/**
 * @param {Opened} opened
 * @param {string} query
 * @returns {string} The query as it was meant.
 */
export const meantBy = (opened, query) => mended(opened, respelled(opened, readingOf(opened, query)))

/** @param {Opened} opened */
export const soundsOf = ({ readings, wordings, expressions }) => new Sounds(readings, wordings, expressions)
