/** Shapes that the bundles share. The published files follow spec/public-files.md. */

import type { DianzhiContext } from '../dianzhi.js'

declare global {
  /** Said by build.mjs: whether this bundle is the pinned loader, */
  const PINNED: boolean
  /** and the `integrity` of every code file by its name. */
  const INTEGRITY: Record<string, string>
}

export type Text = string | { zh: string; en?: string }
export type Lang = 'zh' | 'en'

export interface File { path: string; bytes: number; sha256: string }
export interface Interval { from: string; to: string }
export interface Hours extends Interval { days: number[] }
export interface Holiday { date: string; name: Text; hours: Interval | null }
export interface Category {
  id: string; name: Text; icon: string | null; parent: string | null
  /** Its own entries, without those below. */
  count: number
}
export interface Channel {
  kind: 'in-app' | 'qianniu' | 'wecom' | 'phone' | 'mail'; label: Text; address?: string
}
export interface Route {
  words: string[]; category: string; priority: 'urgent' | 'high' | 'normal' | 'low'
}
export interface FlowLink { id: string; title: Text; category: string; words: string[] }
export interface Shop {
  name: Text
  platform: string
  languages: string[]
  hours: Hours[]
  holidays: Holiday[]
  holidays_until: string | null
  promises: {
    id: string; label: Text; value: Text; since: string | null; until: string | null; source: Text | null
  }[]
  categories: Category[]
  recommended: string[]
  /** Ways to reach a person, by platform. */
  channels: Record<string, Channel[]>
  routes: Route[]
}
export interface Manifest {
  format: number
  tool: string
  content: string
  built: string
  panel: File
  search: File
  /** `more` is read when the index is up, and joins it. */
  index: File & {
    format: number; more: File
    /** Of a shop too large for one file: the index above is their head. */
    parts?: { base: string; count: number; entries: number }
  }
  /** The table of meaning, which joins last; search goes on without. */
  vectors?: File & { format: number }
  /** `until`: the last day of every entry that has one. */
  answers: { base: string; shards: number; until?: Record<string, string> }
  products: { base: string; count: number }
  batches: { base: string; shards: number; count: number }
  flows: { base: string; list: FlowLink[] }
  shop: Shop
  /** Where the shop has outgrown static files: what the popup asks, and the list of all entries. */
  engine?: { kind: 'meilisearch' | 'opensearch'; url: string; index: string; key?: string }
  documents?: File
}

export type Attributes = Record<string, string | number>
export type Node = string | [string, ...(Attributes | Node)[]]
export interface Answer {
  question: Text
  answer: { zh: Node[]; en?: Node[] }
  category: string
  products: string[]
  platforms: string[]
  updated: string
  from: string
  until: string | null
  related: string[]
  media: { src: string; alt: Text }[]
}
/** How long a product keeps, as far as its label states it; counted by `src/parts/batch/expiry.js`. */
export interface Shelf {
  months?: number
  days?: number
  /** The civil rule when left out. */
  rule?: 'civil' | 'civil-minus-one' | 'days'
  /** Months to use it up once opened. */
  opened?: number
}
export interface Product { id: string; name: Text; shelf?: Shelf; slots: Record<string, Text>; entries?: string[] }
export interface ListedProduct { id: string; name: Text; barcode?: string }
export interface Batch {
  product: string
  number: string
  produced: string | null
  expires: string | null
  basis: 'printed' | 'computed'
  slots: Record<string, Text>
}

export type InputKind = 'order-number' | 'tracking-number' | 'batch-number' | 'date' | 'email' | 'text'
export interface FlowInput { name: string; kind: InputKind; label: Text; to: string }
/** One turn of a dialogue: something said, and then one of options, input and end. */
export interface FlowNode {
  say: Text
  options?: { label: Text; to: string }[]
  input?: FlowInput
  end?: { outcome: 'answer' | 'handoff'; entry?: string; summary?: Text }
}
export interface Flow { id: string; title: Text; start: string; nodes: Record<string, FlowNode> }

export interface Hit {
  id: string
  question: string
  score: number
  confidence: 'direct' | 'likely' | 'maybe'
  matches: [string, number, number][]
  /** How the query was read; empty where that is as typed. */
  reading: string
}
export interface Doc {
  id: string
  question: string
  questionEn?: string
  category: string
  products: string[]
  platforms: string[]
  shard: number
}
export interface SearchOptions {
  limit: number; sku?: string; platform?: string; categories?: string[]; lang?: string
  /** Of an index in parts: asks for no file, and finds in what has been read. */
  atHand?: boolean
  /** Of an index in parts: hears why some of what may hold a better answer did not come. */
  lost?(error: unknown): void
}
export interface Engine {
  /** What must have come before anything is found. */
  first?: Promise<unknown>
  search(query: string, options: SearchOptions): Promise<Hit[]>
  answer(id: string, shard?: number): Promise<Answer | null>
  /** All entries; where the index is in parts, the usual ones. */
  documents(): Doc[]
  /** An entry, where what has been read holds it. */
  document(id: string): Doc | undefined
  /** Whether what improves the ranking has come, once it has or has not. */
  ready: Promise<boolean>
  /** Whether it has come. */
  complete: boolean
}

/** The element's own attributes, always of today: what the page, or a toggle, said last. */
export type Context = DOMStringMap & { [name in keyof DianzhiContext]?: string }

export interface PanelOptions {
  host: HTMLElement & { gone?: () => void }
  launcher: HTMLButtonElement
  /** Sets the launcher's label: waiting, opening, could not open. */
  say(state: 0 | 1 | 2): void
  /** What the context and the page's own language say. */
  lang(): Lang
  base: string
  manifest: Manifest
  context: Context
  emit(type: string, detail?: unknown): void
  /** Of a pinned loader: to be waited for before a module is imported. */
  prove?: (url: string) => Promise<unknown>
}
export interface Panel {
  warm(): void
  open(): void
  close(): void
  toggle(): void
  search(query: string): void
  show(id: string): void
  destroy(): void
}
