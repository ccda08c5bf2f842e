/** The panel at work: which view is shown, what the page told us, and what happens on each act. */

import { Composition } from './composition.js'
import { Content } from './content.js'
import { Opening, buildFrame, labelFrame } from './frame.js'
import { shanghaiDate } from './hours.js'
import { handleKeys } from './keys.js'
import { Patience } from './patience.js'
import { Screen } from './screen.js'
import { STRINGS } from './strings.js'
import { Trail } from './trail.js'

/** Milliseconds without a key until a search counts as meant. */
const SETTLED = 700
/** How often the hours are looked at while the panel is open, in milliseconds. */
const MINUTE = 60_000
/** Attributes of the element that change what is shown; styles follow the others by themselves. */
const ATTRIBUTES = ['data-sku', 'data-batch', 'data-platform', 'data-lang']

export class App {
  trail = new Trail()
  /** @type {Screen} */
  #screen
  #clock = 0
  #settling = 0
  /** @type {string | null | undefined} The product a shopper chose; null while asked to choose. */
  #chosen

  patience = new Patience()
  /** What the shopper said of answers in this visit, by id. @type {Map<string, boolean>} */
  ratings = new Map()
  /** Ids of the answers read in this visit, the latest last. @type {Set<string>} */
  read = new Set()
  /** The element's attributes are the context: whoever changes one says something new. */
  #attributes = new MutationObserver(() => this.#contextChanged())
  /** @type {() => import('../types.js').Lang} */
  #lang

  /** @param {import('../types.js').PanelOptions} options */
  constructor({ host, launcher, say, lang, base, manifest, context, emit, prove }) {
    this.host = host
    this.emit = emit
    this.say = say
    this.#lang = lang
    this.context = context
    this.content = new Content(base, manifest, prove)
    this.frame = buildFrame()
    this.#screen = new Screen(this)
    this.opening = new Opening(this.frame.dialog, launcher, () => this.#closed())
    this.composition = new Composition(this.frame.input, () => this.type())
    host.shadowRoot?.append(this.frame.dialog)
    labelFrame(this.frame, this.t, this.lang)
    this.#attributes.observe(host, { attributeFilter: ATTRIBUTES })
    this.#attributes.observe(document.documentElement, { attributeFilter: ['lang'] })
    this.#listen()
  }

  get lang() {
    return this.#lang()
  }

  get t() {
    return STRINGS[this.lang]
  }

  /** Whether a shopper asked again and again, and nothing was called useful. */
  get tired() {
    const { current } = this.trail
    return this.patience.isOut(current.kind === 'results' ? current.query : '')
  }

  get shop() {
    return this.content.shop
  }

  /** Of the context, and not what a page hung on all objects. @param {string} name */
  given(name) {
    return Object.hasOwn(this.context, name) ? this.context[name] : undefined
  }

  /** What the page, or the shopper since, said this is about. */
  get page() {
    const [sku, batch, platform] = ['sku', 'batch', 'platform'].map((name) => this.given(name))
    const asking = this.#chosen === null
    return {
      sku: asking ? undefined : (this.#chosen ?? sku),
      batch: asking ? undefined : batch,
      platform: platform ?? this.shop.platform,
    }
  }

  /** Categories with something in them, themselves or below. */
  get categories() {
    const { categories } = this.shop
    /** @param {import('../types.js').Category} category @returns {boolean} */
    const filled = (category) =>
      category.count > 0 || categories.some((one) => one.parent === category.id && filled(one))
    return categories.filter(filled)
  }

  /** Milliseconds since the epoch, by another clock of the browser where the page spoiled the first. */
  get now() {
    return Date.now() || performance.timeOrigin + performance.now()
  }

  get today() {
    return shanghaiDate(this.now)
  }

  /** Last days by entry, of the entries that have one. */
  get until() {
    return this.content.manifest.answers.until ?? {}
  }

  /** Whether an entry's last day has passed since the build: the index still holds it, nobody may see it.
   * @param {string} id */
  isExpired(id) {
    return Object.hasOwn(this.until, id) && this.until[id] < this.today
  }

  open() {
    if (this.opening.isOpen) return
    // A page that drew itself anew has thrown the element away, and still asks for it.
    if (!this.host.isConnected) document.body.append(this.host)
    this.opening.open(matchMedia('(hover: hover)').matches ? this.frame.input : this.frame.title)
    this.#clock = window.setInterval(() => this.#screen.drawHead(), MINUTE)
    this.draw('again')
    this.emit('open')
  }

  #closed() {
    clearInterval(this.#clock)
    this.emit('close')
  }

  /** @param {import('./trail.js').Place} place */
  go(place) {
    this.#leave()
    this.trail.push(place)
    this.draw('forward')
  }

  /** The answer is asked for while its view may still be on its way. @param {string} id */
  show(id) {
    this.#chosen ??= undefined
    this.content.answer(id).catch(() => {})
    this.go({ kind: 'answer', id })
  }

  back() {
    if (this.#screen.stepBack()) return
    if (this.trail.current.kind === 'results') this.frame.input.value = ''
    this.#chosen ??= undefined
    this.trail.pop()
    this.draw('back')
  }

  /** One Escape: a step back, and out when there is none. */
  escape() {
    if (this.trail.atHome) this.opening.close()
    else this.back()
  }

  /** @param {string} query Asked as if it were typed at home: who asks for the shopper looks at no category. */
  ask(query) {
    if (this.trail.category) this.trail.reset()
    this.frame.input.value = query
    this.type()
  }

  /** Takes what stands in the input as the question. */
  type() {
    const query = this.frame.input.value.trim()
    const { current } = this.trail
    if (current.kind === 'results' && current.query === query) return
    this.trail.type(query)
    // Home and categories need no question: an emptied input leaves them as they are.
    if (this.trail.current === current) this.#screen.drawHead()
    else this.draw('typing')
  }

  /** @param {string | null} id A product, or null to be asked. */
  choose(id) {
    this.#chosen = id
    this.draw('forward')
  }

  #contextChanged() {
    this.#chosen = undefined
    this.say(0)
    labelFrame(this.frame, this.t, this.lang)
    if (this.opening.isOpen) this.draw('again')
  }

  /** The other language, until the page says otherwise. */
  speak() {
    this.context.lang = this.lang === 'zh' ? 'en' : 'zh'
  }

  /** Reports a search once, when the shopper stops typing, and reads ahead what a choice will need.
   * @param {import('./trail.js').View & {kind: 'results'}} view @param {number} count */
  searched(view, count) {
    clearTimeout(this.#settling)
    if (view.reported) return
    this.#settling = window.setTimeout(() => {
      const { query } = view
      view.reported = true
      this.patience.asked(query)
      this.emit('search', { query, count })
      if (!count) this.emit('noresult', { query })
      this.content.part('answer').catch(() => {})
    }, SETTLED)
  }

  /** Whether the shopper is at work in what is shown. */
  get isHeld() {
    return this.#screen.isHeld
  }

  /** @param {string} id Of the entry whose answer is shown. */
  wasRead(id) {
    this.read.delete(id)
    this.read.add(id)
    this.emit('answer', { id, content: this.content.manifest.content })
  }

  /** Reads everything anew; meanwhile the panel says that it reads. */
  retry() {
    this.draw('again', this.content.refresh())
  }

  /** @param {import('./screen.js').Move} move @param {Promise<unknown>} [first] What the view must wait for. */
  draw(move, first) {
    return this.#screen.draw(move, first).catch(this.report)
  }

  /** What a timer does must not fail in the page's face. @param {() => void} act */
  attempt(act) {
    try {
      act()
    } catch (error) {
      this.report(error)
    }
  }

  /** Of what went wrong where nobody waits for it the page hears by an event alone. @param {unknown} error */
  report = (error) => this.emit('error', { code: 'unexpected', message: String(error) })

  /** Adds styles to the panel's own. @param {string} css */
  dress(css) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    const root = /** @type {ShadowRoot} */ (this.host.shadowRoot)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  }

  destroy() {
    clearTimeout(this.#settling)
    this.#attributes.disconnect()
    this.opening.destroy()
    this.frame.dialog.remove()
  }

  /** Remembers the row and the scroll of a view that is left, for the way back. */
  #leave() {
    const { current } = this.trail
    const active = this.frame.dialog.getRootNode()
    const row = active instanceof ShadowRoot ? active.activeElement?.getAttribute('data-key') : null
    current.scroll = this.frame.body.scrollTop
    current.row = row ?? undefined
  }

  #listen() {
    const { frame } = this
    frame.back.onclick = () => this.back()
    frame.close.onclick = () => this.opening.close()
    frame.language.onclick = () => this.speak()
    frame.clear.onclick = () => {
      frame.input.value = ''
      frame.input.focus()
      this.type()
    }
    frame.input.oninput = () => {
      frame.clear.hidden = !frame.input.value
      if (!this.composition.active) this.type()
    }
    handleKeys(this)
  }
}
