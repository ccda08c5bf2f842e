/**
 * What a pinned loader adds: it imports the code beside itself, and nothing whose bytes it does not
 * know. `integrity` on a script tag covers that file alone, and `import()` takes none; a module
 * preloaded with `integrity` is the one the page's module map then holds, so a later import of the
 * same address gets it and asks nobody.
 */

/**
 * @param {HTMLScriptElement} script The pinned loader's own tag.
 * @param {string} base Address of the published folder.
 */
export function pin(script, base) {
  const own = new URL('.', script.src).href.slice(base.length)
  const code = { panel: { path: own + 'panel.js' }, search: { path: own + 'search.js' } }

  /** Resolves once a module of known bytes is there; rejects when it is another, or cannot be told.
   * @param {string} url @returns {Promise<unknown>} */
  const prove = (url) => new Promise((resolve, reject) => {
    const link = document.createElement('link')
    const integrity = INTEGRITY[url.replace(/^.*\/|\?.*$/g, '')]
    const refuse = () => {
      link.remove()
      reject(new TypeError('integrity: ' + url))
    }
    if (!integrity || !link.relList.supports('modulepreload')) return refuse()
    Object.assign(link, {
      rel: 'modulepreload', crossOrigin: 'anonymous', integrity, nonce: script.nonce, onload: resolve, onerror: refuse, href: url,
    })
    document.head.append(link)
  })
  return { prove, code }
}
