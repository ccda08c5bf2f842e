/**
 * What the panel lends to its later parts (`src/parts/`), which are bundles of their own: they import
 * it from the panel that is loaded already, and no byte travels twice.
 */

export { normaliseBatch } from './batch.js'
export { copy } from './copy.js'
export { el, icon } from './dom.js'
export { stateLine } from './status-line.js'
export { pick } from './strings.js'
export { halfWidth } from './width.js'
export { wayOut } from './views/offers.js'
export { applies, foreign, holds, personOffer, questionList, row, section, words } from './views/parts.js'
