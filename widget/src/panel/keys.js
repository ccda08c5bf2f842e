/** Keys inside the panel. Those of an input method are left to it; none reaches the page's shortcuts. */

/** @param {import('./app.js').App} app */
export function handleKeys(app) {
  const { dialog, form, input } = app.frame
  dialog.addEventListener('keydown', (event) => {
    event.stopPropagation()
    if (app.composition.owns(event)) guard(event)
    else act(event, app)
  })
  for (const type of ['keyup', 'keypress']) dialog.addEventListener(type, (event) => event.stopPropagation())
  // Android's back gesture, and Escape where the browser itself would close a modal dialog.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    if (!app.composition.active) app.escape()
  })
  form.onsubmit = (event) => {
    event.preventDefault()
    app.type()
    // The search key of a phone's keyboard means: let me see the results.
    if (!matchMedia('(hover: hover)').matches) input.blur()
  }
}

/** The Enter that ends a composition must not send the form, nor its Escape close the dialog.
 * @param {KeyboardEvent} event */
function guard(event) {
  if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault()
}

/** @param {KeyboardEvent} event @param {import('./app.js').App} app */
function act(event, app) {
  if (event.key === 'Escape') app.escape()
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (!step(event.key === 'ArrowDown' ? 1 : -1, app)) return
  } else return
  event.preventDefault()
}

/**
 * Moves from the input through the rows and back.
 * @param {1 | -1} by @param {import('./app.js').App} app @returns {boolean} Whether the focus moved.
 */
function step(by, app) {
  const { body, dialog, input } = app.frame
  const stops = [input, .../** @type {NodeListOf<HTMLElement>} */ (body.querySelectorAll('button[data-key]'))]
  const active = /** @type {ShadowRoot} */ (dialog.getRootNode()).activeElement
  const at = stops.indexOf(/** @type {HTMLElement} */ (active))
  const next = stops[at + by]
  if (at < 0 || !next) return false
  next.focus()
  return true
}
