/** Keeps the sheet inside what the on-screen keyboard leaves: no viewport unit knows it on iOS. */

/**
 * @param {HTMLElement} sheet Gets `--view-top` and `--view-height` in pixels.
 * @returns {() => void} Stops following.
 */
export function followViewport(sheet) {
  const view = window.visualViewport
  if (!view) return () => {}
  const follow = () => {
    // A pinch also shrinks the visual viewport; the sheet must stay large to be looked at closely.
    if (Math.abs(view.scale - 1) > 0.01) return
    sheet.style.setProperty('--view-top', `${view.offsetTop}px`)
    sheet.style.setProperty('--view-height', `${view.height}px`)
  }
  follow()
  view.addEventListener('resize', follow)
  view.addEventListener('scroll', follow)
  return () => {
    view.removeEventListener('resize', follow)
    view.removeEventListener('scroll', follow)
  }
}
