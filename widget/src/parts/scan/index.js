/** Reading a code on a package with the camera; the picture never leaves the device. */

import { el } from '../../panel/kit.js'
import { STRINGS } from './strings.js'

export { default as css } from './scan.css'

/** @typedef {import('../../panel/app.js').App} App */
/** @typedef {{detect(source: HTMLVideoElement): Promise<{rawValue: string}[]>}} Detector */
/** @typedef {import('../../panel/views/parts.js').Drawn} Drawn */

/** Milliseconds between two looks at the picture. */
const PAUSE = 150

/** @param {App} app @returns {Promise<Drawn>} */
export async function view(app) {
  const t = STRINGS[app.lang]
  const stream = await camera()
  const stop = el('button', { type: 'button', className: 'action', onclick: () => app.back() }, stream ? t.stop : t.back)
  if (!stream) return { nodes: [el('p', { className: 'notice', role: 'alert' }, t.noCamera), stop], focus: stop }
  const video = el('video', { muted: true, playsInline: true, autoplay: true, srcObject: stream, 'aria-label': t.picture })
  watch(video, stream, app)
  const title = el('h3', { className: 'question', tabIndex: -1 }, t.title)
  return { nodes: [title, video, el('p', { className: 'hint' }, t.hint), stop], focus: title }
}

/** @returns {Promise<MediaStream | null>} Null when there is none, or when the shopper said no. */
const camera = () =>
  navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).catch(() => null)

/** The code found goes to the look-up that asked for it. @param {HTMLVideoElement} video @param {MediaStream} stream @param {App} app */
async function watch(video, stream, app) {
  await pause()
  const text = await firstCode(video, app).catch(app.report)
  for (const track of stream.getTracks()) track.stop()
  if (!text) return
  Object.assign(app.trail.pop(), { number: text, product: undefined, told: false })
  app.draw('forward')
}

/** Looks until a code is read, or until the picture or the panel is gone. @param {HTMLVideoElement} video @param {App} app */
async function firstCode(video, app) {
  const { BarcodeDetector } = /** @type {{BarcodeDetector: {new (): Detector}}} */ (/** @type {unknown} */ (globalThis))
  const detector = new BarcodeDetector()
  while (video.isConnected && app.opening.isOpen) {
    const codes = await detector.detect(video).catch(() => [])
    // The longest says most: a batch's code often stands beside the product's barcode.
    const [text] = codes.map(({ rawValue }) => rawValue).sort((a, b) => b.length - a.length)
    if (text && video.isConnected) return text
    await pause()
  }
  return undefined
}

const pause = () => new Promise((resume) => setTimeout(resume, PAUSE))
