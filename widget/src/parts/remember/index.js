/**
 * The only code here that stores anything, loaded only for `data-remember`: which answers were rated
 * in this tab, so that the next page of the shop does not ask again. It ends with the tab.
 */

const KEY = 'dianzhi:rated'

/** @returns {[string, boolean][]} Entry ids, and whether they were useful; empty when nothing can be read. */
export function recall() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '{}')
    return Object.entries(kept).map(([id, useful]) => [id, Boolean(useful)])
  } catch {
    return []
  }
}

/** @param {Map<string, boolean>} ratings */
export function keep(ratings) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(ratings)))
  } catch {
    // A browser may forbid storage: then the next page asks again.
  }
}
