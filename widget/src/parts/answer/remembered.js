/** Ratings outlive the page only where it asks for that; then a part of its own does the keeping. */

/** @typedef {import('../../panel/app.js').App} App */
/** @typedef {typeof import('../remember/index.js')} Remember */

/** @param {App} app @returns {Promise<Remember | null>} Null where nothing may, or can, be kept. */
const remember = async (app) =>
  app.given('remember') === undefined ? null : app.content.part('remember', 'recall').catch(() => null)

/** Ratings of this visit go before those of an earlier page. @param {App} app */
export async function recallRatings(app) {
  const earlier = (await remember(app))?.recall() ?? []
  for (const [id, useful] of earlier) if (!app.ratings.has(id)) app.ratings.set(id, useful)
}

/** @param {App} app */
export async function keepRatings(app) {
  (await remember(app))?.keep(app.ratings)
}
