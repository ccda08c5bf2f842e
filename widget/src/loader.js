/**
 * The one script a page embeds. It places the launcher and does nothing else until a shopper shows
 * interest; then it reads manifest.json and imports the panel that belongs to it. It understands no
 * content and no format number: the panel named by a manifest is the one that can read it.
 */

import { LauncherElement, buildLauncher } from './loader/launcher.js'
import { pin } from './loader/pin.js'

const TAG = 'dianzhi-faq'

/** Read at once: `currentScript` is null later, and always in a module, hence the second way. */
const script = /** @type {HTMLScriptElement} */ (
  document.currentScript ?? document.querySelector(`script[src*="${PINNED ? 'pinned' : 'faq'}.js"]`)
)

function start() {
  const queued = window.dianzhi?.q ?? []
  const base = new URL(PINNED ? '../..' : '.', script.src).href
  customElements.get(TAG) ?? customElements.define(TAG, LauncherElement)
  const host = /** @type {LauncherElement} */ (
    document.querySelector(TAG) ?? document.createElement(TAG)
  )
  /** @type {import('./types.js').Context} */
  const context = { ...script.dataset, ...host.dataset }
  const pinned = PINNED ? pin(script, base) : 0
  const [launcher, say] = buildLauncher(host, context.lang)
  /** @type {Promise<import('./types.js').Panel> | undefined} */
  let panel
  let tries = 0

  /** @param {string} type @param {unknown} [detail] */
  const emit = (type, detail) =>
    host.dispatchEvent(new CustomEvent('dianzhi:' + type, { bubbles: true, composed: true, detail }))

  async function fetchPanel() {
    try {
      const reply = await fetch(base + 'manifest.json', { cache: 'no-cache' })
      const manifest = await reply.json()
      if (PINNED) {
        const { prove, code } = /** @type {ReturnType<typeof pin>} */ (pinned)
        Object.assign(manifest, code)
        await prove(base + manifest.panel.path)
        const { createPanel } = await import(base + manifest.panel.path)
        return createPanel({ host, launcher, base, manifest, context, emit, prove })
      }
      // A browser may remember that a module failed; another address makes it ask again.
      const { createPanel } = await import(base + manifest.panel.path + (tries ? '?' + tries : ''))
      return createPanel({ host, launcher, base, manifest, context, emit })
    } catch (error) {
      panel = undefined
      tries++
      throw error
    }
  }
  const load = () => (panel ??= fetchPanel())
  const warm = () => load().then((ready) => ready.warm(), () => {})
  const mount = () => {
    if (!host.isConnected) document.body.append(host)
  }

  /** Runs a method of the panel, which may have to be fetched first. @param {string} name */
  const remote = (name) => async (/** @type {unknown[]} */ ...values) => {
    say(1)
    try {
      const ready = /** @type {any} */ (await load())
      say(0)
      return ready[name](...values)
    } catch (error) {
      say(2)
      emit('error', { code: 'load', message: '' + error })
    }
  }
  /** Runs a method of the panel if there is one. @param {string} name */
  const local = (name) => () => void panel?.then((ready) => /** @type {any} */ (ready)[name](), () => {})

  const api = /** @type {import('./types.js').Api} */ (Object.assign(
    (/** @type {string} */ name, /** @type {unknown[]} */ ...values) => /** @type {any} */ (api)[name]?.(...values),
    {
      open: remote('open'),
      toggle: remote('toggle'),
      search: remote('search'),
      show: remote('show'),
      close: local('close'),
      mount,
      setContext(/** @type {object} */ changes) {
        Object.assign(context, changes)
        local('contextChanged')()
      },
      on: (/** @type {string} */ type, /** @type {EventListener} */ listener) =>
        host.addEventListener('dianzhi:' + type, listener),
      off: (/** @type {string} */ type, /** @type {EventListener} */ listener) =>
        host.removeEventListener('dianzhi:' + type, listener),
      destroy() {
        local('destroy')()
        host.remove()
        delete window.dianzhi
      },
    },
  ))
  window.dianzhi = api

  launcher.onclick = api.open
  launcher.onpointerenter = launcher.onpointerdown = launcher.onfocus = warm
  const begin = () => {
    mount()
    for (const [name, ...values] of queued) api(name, ...values)
    emit('ready')
    if (context.open != null) api.open()
    if (context.prefetch) (window.requestIdleCallback ?? setTimeout)(warm)
  }
  if (document.body) begin()
  else addEventListener('DOMContentLoaded', begin)
}

const live = window.dianzhi
if (live?.mount) {
  live.setContext({ ...script.dataset })
  live.mount()
} else start()
