/** How queries are typed: pinyin, and slips that sound alike. Comes after the core, with the readings. */

import { mended } from './mending.js'
import { readingOf } from './reading.js'
import { Sounds } from './sounds.js'

/** @typedef {import('./opened.js').Opened} Opened */

/**
 * @param {Opened} opened
 * @param {string} query
 * @returns {string} The query as it was meant.
 */
export const meantBy = (opened, query) => mended(opened, readingOf(opened, query))

/** @param {Opened} opened */
export const soundsOf = ({ readings, wordings, expressions }) => new Sounds(readings, wordings, expressions)
