/**
 * The one script a page embeds. It places the launcher and does nothing else until a shopper shows
 * interest; then it reads manifest.json and imports the panel that belongs to it. It understands no
 * content and no format number: the panel named by a manifest is the one that can read it.
 */

import { LABELS, LauncherElement, buildLauncher } from './loader/launcher.js'
import { pin } from './loader/pin.js'

const TAG = 'dianzhi-faq'
/** Milliseconds until manifest and panel count as lost. */
const PATIENCE = 10_000

/** Read at once: `currentScript` is null later, and always in a module, hence the second way. */
const script = /** @type {HTMLScriptElement} */ (
  document.currentScript ?? document.querySelector(`script[src*="${PINNED ? 'pinned' : 'faq'}.js"]`)
)
/** Address of the published folder, with its final slash. */
const base = new URL(PINNED ? '../..' : '.', script.src).href
const pinned = PINNED && pin(script, base)

function start() {
  const queued = window.dianzhi?.q ?? []
  const host = /** @type {LauncherElement} */ (
    document.querySelector(TAG) ?? document.createElement(TAG)
  )
  // The element's own attributes are the context: styles, a framework and `setContext` all meet there.
  const context = Object.assign(host.dataset, { ...script.dataset, ...host.dataset })
  const lang = () => (/^en/i.test(context.lang ?? document.documentElement.lang) ? 'en' : 'zh')
  const launcher = buildLauncher(host)
  /** @param {0 | 1 | 2} state Index into the labels. */
  const say = (state) => {
    launcher.textContent = LABELS[lang()][state]
  }
  /** @type {Promise<import('./types.js').Panel> | undefined} */
  let panel
  let again = ''

  /** @param {string} type @param {unknown} [detail] */
  const emit = (type, detail) => {
    try {
      host.dispatchEvent(new CustomEvent('dianzhi:' + type, { bubbles: true, detail }))
    } catch {} // a page that broke its own events must not lose the popup with them
  }

  async function read() {
    const manifest = await (await fetch(base + 'manifest.json', { cache: 'no-cache' })).json()
    if (PINNED) {
      const { prove, code } = /** @type {ReturnType<typeof pin>} */ (pinned)
      Object.assign(manifest, code)
      await prove(base + manifest.panel.path)
      const { createPanel } = await import(base + manifest.panel.path)
      return () => createPanel({ host, launcher, say, lang, base, manifest, context, emit, prove })
    }
    // A browser may remember that a module failed; another address makes it ask again.
    const { createPanel } = await import(base + manifest.panel.path + again)
    return () => createPanel({ host, launcher, say, lang, base, manifest, context, emit })
  }
  /** What comes too late must not make a second panel. */
  const load = () =>
    (panel ??= Promise.race([read(), new Promise((_, reject) => setTimeout(reject, PATIENCE, 'slow'))])
      .then((create) => create())
      .catch((error) => {
        panel = undefined
        again += '?'
        throw error
      }))
  const warm = () => load().then((ready) => ready.warm(), () => {})

  /** @param {string} name Of a method of the panel. @param {boolean} [wake] Whether to fetch the panel for it. */
  const remote = (name, wake) => (/** @type {unknown[]} */ ...values) => {
    if (!wake && !panel) return
    say(1)
    return load()
      .then((/** @type {any} */ ready) => {
        say(0)
        ready[name](...values)
      })
      .catch((error) => {
        say(2)
        emit('error', { code: 'load', message: '' + error })
      })
  }

  const api = /** @type {import('../dianzhi.js').Dianzhi} */ (Object.assign(
    (/** @type {string} */ name, /** @type {unknown[]} */ ...values) => /** @type {any} */ (api)[name]?.(...values),
    {
      open: remote('open', true),
      toggle: remote('toggle', true),
      search: remote('search', true),
      show: remote('show', true),
      close: remote('close'),
      /** Another element of the name stands in for this one. @param {LauncherElement} [other] */
      mount(other = host) {
        if (other != host) {
          other.hidden = true
          api.setContext(other.dataset)
          if (!host.isConnected) other.gone = () => host.remove()
        }
        if (!host.isConnected) document.body.append(host)
      },
      setContext(/** @type {Record<string, any>} */ changes) {
        for (const [name, value] of Object.entries(changes)) {
          context[name] = value
          value ?? delete context[name]
        }
        say(0)
      },
      on: (/** @type {string} */ type, /** @type {EventListener} */ listener) =>
        host.addEventListener('dianzhi:' + type, listener),
      off: (/** @type {string} */ type, /** @type {EventListener} */ listener) =>
        host.removeEventListener('dianzhi:' + type, listener),
      destroy() {
        remote('destroy')()
        removeEventListener('hashchange', follow)
        host.remove()
        delete window.dianzhi
      },
    },
  ))
  window.dianzhi = api

  /** Only `#faq=<id>` is ours; every other hash belongs to the page, and history always does. */
  function follow() {
    const id = /^#faq=([\w-]+)$/.exec(location.hash)?.[1]
    if (id) api.show(id)
  }
  launcher.onpointerenter = launcher.onfocus = warm
  launcher.onclick = api.open
  const begin = () => {
    say(0)
    api.mount()
    try {
      customElements.define(TAG, LauncherElement)
    } catch {} // known from an earlier tag; or refused, and the element works under no name
    for (const call of queued) api(...call)
    emit('ready')
    if (host.hasAttribute('data-open')) api.open()
    if (context.prefetch) (window.requestIdleCallback ?? setTimeout)(warm)
    follow()
    addEventListener('hashchange', follow)
  }
  if (document.body) begin()
  else addEventListener('DOMContentLoaded', begin)
}

const live = window.dianzhi
if (live?.mount) {
  live.setContext(script.dataset)
  live.mount()
} else if (CSS.supports('color', 'lab(0 0 0)')) start()
