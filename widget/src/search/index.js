/** The search engine: no DOM, for browsers and Node from 20. Its contract is spec/search-index.md. */

export { openBytes } from './engine.js'
export { IndexFormatError, LoadError } from './errors.js'
export { openIndex } from './open.js'
