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
  /** Addresses that have failed. @type {Set<string>} */
  const tried = new Set()
  const code = { panel: { path: own + 'panel.js' }, search: { path: own + 'search.js' } }

  /** Adds a preload of known bytes. @param {string} url @param {string} integrity @returns {Promise<unknown>} */
  const preload = (url, integrity) => new Promise((resolve, reject) => {
    const link = document.createElement('link')
    const onerror = () => {
      link.remove()
      reject(new TypeError('integrity: ' + url))
    }
    // Without a digest nothing would be checked: an unknown file is refused.
    if (!integrity || !link.relList.supports('modulepreload')) return onerror()
    Object.assign(link, {
      rel: 'modulepreload', crossOrigin: 'anonymous', integrity, nonce: script.nonce, onload: resolve, onerror, href: url,
    })
    document.head.append(link)
  })

  /** Resolves once a module of known bytes is there; rejects when it is another, or cannot be told.
   * Other bytes may sit in the browser's cache for a year: a second try asks the server.
   * @param {string} url */
  const proveOne = async (url) => {
    const integrity = INTEGRITY[url.replace(/^.*\/|\?.*$/g, '')]
    await preload(url, integrity).catch(async (error) => {
      if (!tried.has(url)) throw tried.add(url), error
      await fetch(url, { cache: 'reload', integrity })
      return preload(url, integrity)
    })
  }
  /** The engine imports its later parts by itself: they are proven with it. @param {string} url */
  const prove = (url) =>
    Promise.all((url.includes('/search.js') ? ['search', 'typing', 'meaning'].map((part) => url.replace('/search.', `/${part}.`)) : [url]).map(proveOne))
  return { prove, code }
}
