/**
 * Links to a place within another page are loaded by the browser. The theme, which otherwise shows
 * the next page without a load, forgets the place when the reader has just scrolled: it takes the
 * entry of the history that it has itself written to for one that was visited before.
 */

/** @param {Event} event A click, before the theme sees it. */
export function loadForAnchor({ target }) {
  const link = target instanceof Element ? target.closest('a') : null
  if (!(link instanceof HTMLAnchorElement) || !link.hash) return
  if (link.pathname !== location.pathname) link.target = '_self'
}
