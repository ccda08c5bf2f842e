/** What is found for a question: at once what is at hand, and drawn again when what was still to come is better. */

import { ContentError } from '../content.js'
import { holds } from './parts.js'

/** @typedef {import('../app.js').App} App */
/** @typedef {import('../../types.js').Hit} Hit */
/** @typedef {import('../trail.js').View & {kind: 'results'}} View */

export const LIMIT = 10
/** Milliseconds that what is still to come may take before what has come must do, or nothing is said to be found. */
const PATIENCE = 2_000

/**
 * @param {App} app
 * @param {View} view
 * @returns {Promise<{hits: Hit[], lost?: ContentError}>} `lost`: what may hold the answer did not come.
 */
export async function found(app, view) {
  /** @type {Ask} */
  const ask = (atHand, tell) => askHere(app, view.query, atHand, tell)
  const engine = await app.content.engine()
  return app.content.parted ? inParts(ask, app, view) : inWhole(engine, ask, app, view)
}

/** @typedef {(error: ContentError) => void} Tell Hears what was lost. */
/** @typedef {(atHand?: boolean, tell?: Tell) => Promise<Hit[]>} Ask */
/** @typedef {import('../../types.js').Engine} Engine */

/** From less to more sure. */
const SURE = ['maybe', 'likely', 'direct']

/**
 * What holds for this page's product; before it what other products' entries say, where they are
 * surer: who asks about nuts on a cleanser's page must not be told that there is nothing on nuts.
 * @param {App} app @param {string} query @param {boolean} [atHand] @param {Tell} [tell]
 */
async function askHere(app, query, atHand, tell) {
  const { sku, platform } = app.page
  const categories = within(app)
  const limit = LIMIT + Object.keys(app.until).length
  /** @param {string} [product] */
  const ask = async (product) =>
    (await app.content.search(query, { limit, sku: product, platform, categories, lang: app.lang, atHand }, (error) => {
      atHand = true // for other products what came must do: it is not waited for twice
      tell?.(error)
    }))
      .filter(({ id }) => !app.isExpired(id)).slice(0, LIMIT)
  const own = await ask(sku)
  if (!sku || sureness(own) === SURE.length - 1) return own
  const known = own.map(({ id }) => id)
  const others = (await ask())
    .filter((hit) => sureness([hit]) > Math.max(0, sureness(own)) && !holds(known, hit.id))
  return [...others, ...own].slice(0, LIMIT)
}

/** The category that the shopper typed in, with those below it. @param {App} app @returns {string[]} */
function within({ categories, trail: { category } }) {
  const ids = category ? [category] : []
  for (const { id, parent } of categories) if (parent && holds(ids, parent)) ids.push(id)
  return ids
}

/** @param {Hit[]} hits @returns {number} How sure the surest is; -1 where there is none. */
const sureness = (hits) => Math.max(-1, ...hits.map(({ confidence }) => SURE.indexOf(confidence)))

/** The whole index is at hand, or all of it that ranks well enough. @param {Engine} engine @param {Ask} ask @param {App} app @param {View} view */
async function inWhole(engine, ask, app, view) {
  const whole = engine.complete
  /** @type {ContentError | undefined} */
  let lost
  // Of a server that is away the index may be in parts.
  const early = await ask(false, (error) => (lost = error))
  const came = whole || await Promise.race([engine.ready, pause(early.length ? 0 : PATIENCE)])
  const hits = came && !whole ? await ask() : early
  if (came === undefined) engine.ready.then(async (joined) =>
    redraw(joined ? isOther(await ask(), hits) : !hits.length, app, view)).catch(app.report)
  return { hits, lost: came === false ? new ContentError('missing', 'half of the index') : lost }
}

/** Parts are read for this question. @param {Ask} ask @param {App} app @param {View} view */
async function inParts(ask, app, view) {
  const { lost } = view
  view.lost = undefined
  const coming = ask(false, (error) => (view.lost = error))
  const early = await soFar(coming, ask, 0) ?? await soFar(coming, ask, PATIENCE)
  if (!early) {
    const hits = await coming
    return { hits, lost: view.lost }
  }
  coming.then((hits) => redraw(isOther(hits, early) || lost?.code !== view.lost?.code, app, view)).catch(app.report)
  return { hits: early, lost: lost ?? view.lost }
}

/** What is found in what has come, where a question is still on its way by then: of four parts three are
 * not given up for the fourth. @param {Promise<Hit[]>} coming @param {Ask} ask @param {number} patience In milliseconds. */
async function soFar(coming, ask, patience) {
  const hits = await Promise.race([coming, pause(patience)]) ? [] : await ask(true)
  return hits.length ? hits : undefined
}

/** @param {Hit[]} one @param {Hit[]} other */
const isOther = (one, other) => JSON.stringify(one) !== JSON.stringify(other)

/** @param {boolean} better @param {App} app @param {View} view */
function redraw(better, app, view) {
  if (better && app.trail.current === view && !app.isHeld) app.draw('again')
}

/** @param {number} duration In milliseconds. @returns {Promise<undefined>} */
const pause = (duration) => new Promise((resolve) => setTimeout(resolve, duration))
