/** The vectors that Python and JavaScript share. */

import { readFileSync } from 'node:fs'

const folder = new URL('../../../spec/vectors/', import.meta.url)

/** @param {string} name */
export const readVectors = (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

/** @param {string} [name] */
export const frozenIndex = (name = 'index-v1.bin') => new Uint8Array(readFileSync(new URL(name, folder)))
