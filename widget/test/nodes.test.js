import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildNodes } from '../src/parts/answer/nodes.js'

/** Elements that write themselves as text: `tag{set properties}(children)`. */
class FakeElement {
  constructor(tag) {
    this.tag = tag
    this.children = []
  }

  append(...children) {
    this.children.push(...children)
  }

  toString() {
    const { tag, children, ...properties } = this
    delete properties.onclick
    const set = Object.keys(properties).length ? JSON.stringify(properties) : ''
    return `${tag}${set}(${children.join('')})`
  }
}

const shown = []
const hooks = {
  document: { createElement: (tag) => new FakeElement(tag), createTextNode: (text) => text },
  media: (src) => `/shop/${src}`,
  show: (id) => shown.push(id),
  slot: (name) => `<${name}>`,
}
const written = (nodes) => buildNodes(nodes, hooks).join('')
const REL = '"target":"_blank","rel":"noopener noreferrer"'

const CASES = [
  ['text stays text', ['<b>不是标记</b>'], '<b>不是标记</b>'],
  ['tags nest', [['p', '付款后 ', ['strong', '48 小时'], '内']], 'p(付款后 strong(48 小时)内)'],
  ['an empty tag', [['hr'], ['br']], 'hr()br()'],
  ['an ordered list may start anywhere', [['ol', { start: 3 }, ['li', '三']]], 'ol{"start":3}(li(三))'],
  ['a start that is no number is left out', [['ol', { start: 'x' }, ['li', '一']]], 'ol(li(一))'],
  ['a tag outside the list gives its text', [['p', ['script', 'alert(1)'], ['iframe', {}, '后']]], 'p(alert(1)后)'],
  ['attributes of plain tags are dropped', [['p', { onclick: 'x()', style: 'y' }, '文']], 'p(文)'],
  ['a link out opens apart', [['a', { href: 'https://example.org/' }, '外']], `a{"href":"https://example.org/",${REL}}(外)`],
  ['a telephone link', [['a', { href: 'tel:400' }, '拨打']], 'a{"href":"tel:400"}(拨打)'],
  ['a script link gives its text', [['a', { href: 'javascript:alert(1)' }, '点我']], '点我'],
  ['a data link gives its text', [['a', { href: 'data:text/html,x' }, '点我']], '点我'],
  ['white space before the scheme does not help', [['a', { href: ' javascript:x' }, '点']], '点'],
  ['a link to an entry', [['a', { href: '#faq=ship-time' }, '发货']], 'a{"href":"#faq=ship-time"}(发货)'],
  ['an entry id is a slug', [['a', { href: '#faq=<x>' }, '发货']], '发货'],
  ['an image of ours', [['img', { src: 'media/seal.svg', alt: '封口' }]], 'img{"loading":"lazy","alt":"封口","src":"/shop/media/seal.svg"}()'],
  ['an image of another host is left out', [['img', { src: 'https://example.org/x.png', alt: '' }]], ''],
  ['a protocol-relative one as well', [['img', { src: '//example.org/x.png', alt: '' }]], ''],
  ['and one outside the folder', [['img', { src: 'media/../../x.png', alt: '' }]], ''],
  ['a slot is asked for', [['p', '保质期 ', ['slot', { name: 'product.shelf_life' }]]], 'p(保质期 <product.shelf_life>)'],
]

for (const [why, nodes, expected] of CASES) test(`nodes: ${why}`, () => assert.equal(written(nodes), expected))

test('a link to an entry opens it here', () => {
  const [anchor] = buildNodes([['a', { href: '#faq=ship-time' }, '发货']], hooks)
  let prevented = 0
  anchor.onclick({ preventDefault: () => prevented++ })
  assert.deepEqual([shown, prevented], [['ship-time'], 1])
})
