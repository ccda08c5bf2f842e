/**
 * Runs in every measured page before its own scripts. `bench.blocking` and `bench.shift` sum up
 * while the page lives; `bench.watch(name, path)` notes when something can be seen.
 */

window.bench = (() => {
  const LONG = 50 // milliseconds: what a task may take before a finger notices
  const found = { blocking: 0, shift: 0, violations: [], at: {} }
  const observe = (type, add) =>
    new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type, buffered: true })
  observe('longtask', ({ duration }) => { found.blocking += Math.max(0, duration - LONG) })
  observe('layout-shift', ({ value, hadRecentInput }) => { if (!hadRecentInput) found.shift += value })
  addEventListener('securitypolicyviolation', ({ violatedDirective }) => found.violations.push(violatedDirective), true)
  for (const type of ['click', 'input']) addEventListener(type, () => { found.at[type] ??= performance.now() }, true)

  /** A path goes through shadow roots. @param {string[]} path */
  const seen = (path) => {
    const last = path.reduce((root, part) => (root?.shadowRoot ?? root)?.querySelector(part), document)
    return last?.checkVisibility() && last.getClientRects().length > 0
  }
  /** The time after the frame in which it can be seen has been painted. */
  found.watch = (name, path) => requestAnimationFrame(function look() {
    if (!seen(path)) return requestAnimationFrame(look)
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => { found.at[name] = performance.now() }
    port2.postMessage(0)
  })
  found.keys = async () => [
    ...Object.keys(localStorage), ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(await caches.keys()),
  ]
  return found
})()
