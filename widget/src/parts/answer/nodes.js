/** Answers arrive as a small tree and are built element by element, so no string is ever markup. */

/** @typedef {import('../../types.js').Node} Node */
/** @typedef {import('../../types.js').Attributes} Attributes */

const PLAIN = new Set(
  'p strong em code h3 h4 br hr blockquote ul li table thead tbody tr th td'.split(' '),
)
const LINK = /^(?:https?:|mailto:|tel:)/i
const ENTRY = /^#faq=([a-z0-9-]+)$/
/** An image of ours: a path below the published folder, never another host or scheme. */
const IMAGE = /^(?!\/)[\w./-]+$/

/**
 * @typedef {object} Hooks
 * @property {Pick<Document, 'createElement' | 'createTextNode'>} document
 * @property {(src: string) => string} media Address of a published file.
 * @property {(id: string) => void} show Opens another answer.
 * @property {(name: string) => globalThis.Node} slot What stands for a slot.
 */

/** @param {unknown} part @returns {part is Attributes} */
const isAttributes = (part) => typeof part === 'object' && part !== null && !Array.isArray(part)

/** @param {Node[]} nodes @param {Hooks} hooks @returns {globalThis.Node[]} */
export function buildNodes(nodes, hooks) {
  /** @type {globalThis.Node[]} */
  const built = []
  for (const node of nodes) built.push(...buildNode(node, hooks))
  return built
}

/**
 * @param {Node} node
 * @param {Hooks} hooks
 * @returns {globalThis.Node[]} An unknown tag gives its children alone.
 */
function buildNode(node, hooks) {
  if (typeof node === 'string') return [hooks.document.createTextNode(node)]
  const [tag, ...rest] = node
  const attributes = isAttributes(rest[0]) ? rest[0] : {}
  if (tag === 'slot') return [hooks.slot(String(attributes.name))]
  const children = buildNodes(/** @type {Node[]} */ (rest.filter((part) => !isAttributes(part))), hooks)
  const element = buildElement(tag, attributes, hooks)
  if (!element) return children
  element.append(...children)
  return [element]
}

/** @param {string} tag @param {Attributes} attributes @param {Hooks} hooks */
function buildElement(tag, attributes, hooks) {
  if (PLAIN.has(tag)) return hooks.document.createElement(tag)
  if (tag === 'ol') return orderedList(attributes, hooks)
  if (tag === 'a') return link(String(attributes.href), hooks)
  if (tag === 'img') return image(attributes, hooks)
  return null
}

/** @param {Attributes} attributes @param {Hooks} hooks */
function orderedList({ start }, hooks) {
  const list = hooks.document.createElement('ol')
  if (Number.isInteger(start)) list.start = Number(start)
  return list
}

/** @param {string} href @param {Hooks} hooks */
function link(href, hooks) {
  const id = ENTRY.exec(href)?.[1]
  if (!id && !LINK.test(href)) return null
  const anchor = hooks.document.createElement('a')
  anchor.href = href
  if (id) anchor.onclick = (event) => {
    event.preventDefault()
    hooks.show(id)
  }
  else if (/^http/i.test(href)) {
    anchor.target = '_blank'
    anchor.rel = 'noopener noreferrer'
  }
  return anchor
}

/** @param {Attributes} attributes @param {Hooks} hooks */
function image({ src, alt }, hooks) {
  if (!IMAGE.test(String(src)) || String(src).includes('..')) return null
  const picture = hooks.document.createElement('img')
  picture.loading = 'lazy'
  picture.alt = String(alt ?? '')
  picture.src = hooks.media(String(src))
  return picture
}
