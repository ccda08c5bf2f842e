/**
 * What a question gets besides answers: a dialogue, the batch lookup, a person. Urgent matters come
 * first, and always with a way to a person.
 */

import { halfWidth } from './width.js'

/** @typedef {import('../types.js').Manifest} Manifest */
/** @typedef {import('../types.js').FlowLink} FlowLink */
/**
 * @typedef {{kind: 'flow', flow: FlowLink, urgent: boolean} | {kind: 'person', urgent: boolean}
 *   | {kind: 'batch', number?: string, urgent: boolean}} Offer
 */

/** More would push the answers off a phone. */
const LIMIT = 2
/** Characters from which the beginning of a word, or a part of a title, counts as the word. */
const TELLING = 2

/** 人工 in food and cosmetics is no person. */
const PERSON = /人工(?!色素|香精|香料|合成|甜味|添加|调味|防腐|智能|养殖|种植|皮革|草|麝香|牛黄)|客服|真人|活人|转接|humanagent|realperson|customerservice|talkto(a)?(human|person)/
const BATCH = /批号|批次号|保质期查询|查保质期|生产日期|限用日期|限期使用|到期日|batchnumber|expirydate/
const DATE = /(?<!\d)(?:20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?|20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)/
/** Letters and digits with four digits or more: not `spf50` nor `500ml`; longer rows are orders and parcels. */
const NUMBER = /(?<![a-z0-9])(?=[a-z0-9-]*[a-z])(?=(?:[a-z-]*\d){4})(?!(?:[a-z-]*\d){11})[a-z0-9][a-z0-9-]{3,19}(?![a-z0-9-])/

/** @param {string} text */
const narrow = (text) => halfWidth(text).toLowerCase()

/** @param {string} text */
const fold = (text) => narrow(text).replace(/\s+/g, '')

/** How much of a query a word explains, in characters; 0 for a word that does not occur.
 * @param {string} query Folded. @param {string} word */
function explains(query, word) {
  const folded = fold(word)
  if (!folded) return 0
  if (query.includes(folded)) return folded.length
  return query.length >= TELLING && folded.startsWith(query) ? query.length : 0
}

/** @param {import('../types.js').Text} title @returns {string[]} */
const names = (title) => (typeof title === 'string' ? [title] : [title.zh, title.en ?? ''])

/** @param {string} query Folded. @param {FlowLink} flow */
function relevance(query, { title, words }) {
  const titles = names(title).map(fold)
  const within = query.length >= TELLING && titles.some((one) => one.includes(query)) ? query.length : 0
  return Math.max(within, ...[...titles, ...words].map((word) => explains(query, word)))
}

/** Dialogues by how well they fit, the editors' order between equals.
 * @param {string} query @param {FlowLink[]} flows */
const ranked = (query, flows) => flows.map((flow) => ({ flow, fits: relevance(query, flow) }))
  .sort((a, b) => b.fits - a.fits)

/**
 * For each urgent word its category's dialogue, or a person where the category has none; dialogues
 * whose own words speak of the matter come first.
 * @param {string} query Folded. @param {Manifest} manifest @returns {Offer[]}
 */
function urgent(query, { shop, flows }) {
  /** @type {(ReturnType<typeof ranked>[0] | undefined)[]} */
  const found = []
  for (const { category, words, priority } of shop.routes) {
    if (priority !== 'urgent') continue
    const within = flows.list.filter((flow) => flow.category === category)
    for (const word of words.filter((one) => explains(query, one))) {
      const [best] = ranked(query, within)
      found.push(best?.fits ? best : ranked(fold(word), within)[0])
    }
  }
  return found.sort((a, b) => (b?.fits ?? 0) - (a?.fits ?? 0))
    .map((best) => (best ? { kind: 'flow', flow: best.flow, urgent: true } : { kind: 'person', urgent: true }))
}

/** @param {string} query As typed. @param {Manifest} manifest @returns {Offer[]} */
function batch(query, { batches }) {
  if (!batches.count) return []
  const text = narrow(query)
  const number = (DATE.exec(text.replace(/\s+/g, '')) ?? NUMBER.exec(text))?.[0].toUpperCase()
  return number || BATCH.test(fold(query)) ? [{ kind: 'batch', number, urgent: false }] : []
}

/** @type {Offer} */
export const PERSON_OFFER = { kind: 'person', urgent: false }

/** @param {Offer} offer */
export const offerKey = (offer) => (offer.kind === 'flow' ? `flow-${offer.flow.id}` : offer.kind)

/** A dialogue named as the lookup gives way to it: two doors of one name would be a riddle.
 * @param {Offer[]} offers @param {string} lookup Name of the batch lookup. */
const distinct = (offers, lookup) => {
  const keys = offers.map(offerKey)
  return offers.filter((offer, i) => keys.indexOf(keys[i]) === i
    && !(offer.kind === 'flow' && names(offer.flow.title).indexOf(lookup) >= 0 && keys.indexOf('batch') >= 0))
}

/** @param {FlowLink} flow @returns {Offer} */
const flowOffer = (flow) => ({ kind: 'flow', flow, urgent: false })

/**
 * @param {string} query As typed.
 * @param {Manifest} manifest
 * @param {string} lookup Name of the batch lookup.
 * @returns {Offer[]} At most two, the most pressing first, none twice.
 */
export function offersFor(query, manifest, lookup) {
  const folded = fold(query)
  const pressing = urgent(folded, manifest)
  const all = [
    ...pressing,
    ...ranked(folded, manifest.flows.list).filter(({ fits }) => fits).map(({ flow }) => flowOffer(flow)),
    ...(PERSON.test(folded) ? [PERSON_OFFER] : []),
    ...batch(query, manifest),
    ...(pressing.length ? [PERSON_OFFER] : []),
  ]
  return distinct(all, lookup).slice(0, LIMIT)
}

/**
 * What the panel offers before anything is typed.
 * @param {Manifest} manifest @param {string} lookup Name of the batch lookup.
 * @returns {Offer[]}
 */
export const standingOffers = ({ flows, batches }, lookup) => distinct([
  ...flows.list.map(flowOffer),
  ...(batches.count ? [/** @type {Offer} */ ({ kind: 'batch', urgent: false })] : []),
  PERSON_OFFER,
], lookup)
