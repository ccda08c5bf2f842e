/** The vectors that Python and JavaScript share. */

import { readFileSync } from 'node:fs'

const folder = new URL('../../../spec/vectors/', import.meta.url)

/** @param {string} name */
export const readVectors = (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

export const frozenIndex = () => new Uint8Array(readFileSync(new URL('index-v1.bin', folder)))
