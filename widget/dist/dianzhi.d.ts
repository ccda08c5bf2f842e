/**
 * Types of 店知's popup for the page that embeds it: `window.dianzhi`, its events, the element.
 * Name this file in `include` of your tsconfig.json, or reference it by path.
 */

/** What the page says about itself: `data-*` of the tag, of the element, or `setContext`. */
export interface DianzhiContext {
  /** Product of this page. */
  sku?: string | null
  /** Batch in hand, in any writing. */
  batch?: string | null
  /** Platform of this page; the shop's own when left out. */
  platform?: string | null
  /** `en…` for English, anything else for Chinese; the page's own `lang` when left out. */
  lang?: string | null
  /** `auto`, the default, follows the system. */
  theme?: 'light' | 'dark' | 'auto' | null
  /** The corner; `right` when left out. */
  position?: 'left' | 'right' | null
  /** The shop's own address that takes a summary by POST. */
  handoff?: string | null
  /** Anything but absent lets this tab keep the ids of rated answers in `sessionStorage`. */
  remember?: string | null
}

/** Why something failed; `load` is the panel itself. */
export type DianzhiErrorCode =
  | 'load' | 'offline' | 'missing' | 'broken' | 'format' | 'slow' | 'unreachable' | 'unexpected'

/** Details of the events, by name without its prefix `dianzhi:`. */
export interface DianzhiEvents {
  ready: null
  open: null
  close: null
  /** Once typing rests; `count` of the questions found. */
  search: { query: string; count: number }
  noresult: { query: string }
  /** `content`: the version of the content it was read from. */
  answer: { id: string; content: string }
  /** Again with a `reason`, where the shopper gave one; the last of an id counts. */
  rate: { id: string; useful: boolean; reason?: 'unclear' | 'other' | 'wrong' }
  batch: { found: boolean }
  flow: { id: string; node: string; outcome?: 'answer' | 'handoff' }
  /** How the shopper goes on to a person; `copy` took the summary along. */
  handoff: { channel: 'in-app' | 'qianniu' | 'wecom' | 'phone' | 'mail' | 'copy' | 'post' }
  error: { code: DianzhiErrorCode; message: string }
}

/** Body of the POST to `handoff`, as JSON. */
export interface DianzhiHandoff {
  /** The same on every retry, so that a repeated request can be told from a new one. */
  id: string
  /** What the shopper saw, and may have changed. */
  summary: string
  sku: string | null
  batch: string | null
  platform: string
  /** Entries read in this visit, the latest last. */
  entries: string[]
  /** The dialogue that led here. */
  flow: string | null
  /** Version of the content. */
  content: string
}

export interface Dianzhi {
  /** The same as the method of that name. */
  (method: string, ...values: unknown[]): unknown
  open(): Promise<void>
  close(): Promise<void> | undefined
  toggle(): Promise<void>
  search(query: string): Promise<void>
  /** Opens one answer by the id of its entry. */
  show(id: string): Promise<void>
  /** Changes what is given; `null` and `undefined` take a value away. */
  setContext(changes: DianzhiContext): void
  /** Puts the popup back into a page that threw it away. */
  mount(element?: HTMLElement): void
  /** Takes everything away; a new tag starts anew. */
  destroy(): void
  on<T extends keyof DianzhiEvents>(type: T, listener: (event: CustomEvent<DianzhiEvents[T]>) => void): void
  off<T extends keyof DianzhiEvents>(type: T, listener: (event: CustomEvent<DianzhiEvents[T]>) => void): void
}

/** Calls made before the script has come. */
export interface DianzhiStub {
  (method: string, ...values: unknown[]): unknown
  q: [method: string, ...values: unknown[]][]
}

type Prefixed = { [T in keyof DianzhiEvents as `dianzhi:${T}`]: CustomEvent<DianzhiEvents[T]> }

declare global {
  interface Window { dianzhi?: Dianzhi & Partial<DianzhiStub> }
  interface HTMLElementTagNameMap { 'dianzhi-faq': HTMLElement }
  interface HTMLElementEventMap extends Prefixed {}
  interface DocumentEventMap extends Prefixed {}
  interface WindowEventMap extends Prefixed {}
}
