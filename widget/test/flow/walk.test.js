import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { back, choose, current, enter, fill, given, holds, last, start, type } from '../../src/parts/flow/walk.js'

const TODAY = '2026-03-01'
const FLOW = {
  id: 'urge', title: '催发货', start: 'kind', nodes: {
    kind: { say: '现货还是预售？', options: [{ label: '现货', to: 'order' }, { label: '预售', to: 'day' }] },
    day: { say: '哪天？', input: { name: 'day', kind: 'date', label: '日期', to: 'kind' } },
    order: { say: '订单号？', input: { name: 'order', kind: 'order-number', label: '订单号', to: 'person' } },
    person: { say: '好。', end: { outcome: 'handoff', summary: '订单 {order}，{day}' } },
  },
}
const nodes = ({ path }) => path.map(({ node }) => node).join(' ')
const NUMBER = '6920123456789012345'

test('options lead on, back leads back, and remembers what was chosen', () => {
  const walk = choose(FLOW, start(FLOW), 0)
  assert.equal(nodes(walk), 'kind order')
  assert.deepEqual(back(walk).path, [{ node: 'kind', choice: 0 }])
})

test('at the start there is nothing to go back to, nor an option that is not there', () => {
  const walk = start(FLOW)
  assert.deepEqual(back(walk), walk)
  assert.deepEqual(choose(FLOW, walk, 7), walk)
})

test('what fits is taken as tidied, and shown again as typed', () => {
  const walk = enter(FLOW, choose(FLOW, start(FLOW), 0), `订单号：${NUMBER}`, TODAY)
  assert.equal(nodes(walk), 'kind order person')
  assert.equal(given(FLOW, walk).get('order'), NUMBER)
  assert.equal(back(walk).typed.order, `订单号：${NUMBER}`)
})

test('what does not fit is doubted once, and passes the second time', () => {
  const once = enter(FLOW, choose(FLOW, start(FLOW), 0), '123', TODAY)
  assert.deepEqual([nodes(once), once.refused], ['kind order', '123'])
  const twice = enter(FLOW, once, ' 123 ', TODAY)
  assert.deepEqual(twice.path[1], { node: 'order', value: '123', doubted: true })
})

test('another wrong value is doubted again; a step away forgets the doubt', () => {
  const once = enter(FLOW, choose(FLOW, start(FLOW), 0), '123', TODAY)
  assert.equal(nodes(enter(FLOW, once, '124', TODAY)), 'kind order')
  const returned = choose(FLOW, back(once), 0)
  assert.equal(returned.refused, undefined)
  assert.equal(nodes(enter(FLOW, returned, '123', TODAY)), 'kind order')
})

test('nothing at all passes the second time too, and is said to be missing', () => {
  const once = enter(FLOW, choose(FLOW, start(FLOW), 0), '', TODAY)
  const walk = enter(FLOW, once, '', TODAY)
  assert.equal(fill('订单 {order}', given(FLOW, walk), '（没有填）'), '订单 （没有填）')
})

test('a value of a way not gone is not handed over', () => {
  const aside = enter(FLOW, choose(FLOW, start(FLOW), 1), '昨天', TODAY)
  assert.equal(given(FLOW, aside).get('day'), '2026-02-28')
  const direct = enter(FLOW, choose(FLOW, back(back(aside)), 0), NUMBER, TODAY)
  assert.deepEqual([...given(FLOW, direct)], [['order', NUMBER]])
  assert.equal(direct.typed.day, '昨天')
})

test('the latest of two values of one name counts', () => {
  let walk = enter(FLOW, choose(FLOW, start(FLOW), 1), '昨天', TODAY)
  walk = enter(FLOW, choose(FLOW, walk, 1), '今天', TODAY)
  assert.equal(given(FLOW, walk).get('day'), TODAY)
})

test('a turn that the new version lacks is noticed', () => {
  const walk = choose(FLOW, start(FLOW), 0)
  const { order, ...others } = FLOW.nodes
  assert.deepEqual([holds(FLOW, walk), holds({ ...FLOW, nodes: others }, walk)], [true, false])
})

const FILLED = [
  ['a name', '单号 {order}', '单号 69'],
  ['a name with spaces', '{ order }', '69'],
  ['a name nobody typed', '{day}', '—'],
  ['a name every object has', '{constructor}', '—'],
  ['doubled braces', '{{order}}', '{order}'],
  ['a value with braces and dollars is not read again', '{odd}', '{order}$&'],
]
for (const [why, text, expected] of FILLED) {
  test(`summary: ${why}`, () => assert.equal(fill(text, new Map([['order', '69'], ['odd', '{order}$&']]), '—'), expected))
}

/** Dialogues as `dianzhi check` lets them pass: every target is there, every turn reaches an end. */
const dialogues = fc.integer({ min: 2, max: 8 }).chain((size) => {
  const to = (i) => fc.integer({ min: i + 1, max: size - 1 }).map(String)
  const anywhere = fc.integer({ min: 0, max: size - 1 }).map(String)
  const turn = (i) => fc.oneof(
    fc.record({ onward: to(i), others: fc.array(anywhere, { maxLength: 3 }) })
      .map(({ onward, others }) => ({ say: '?', options: [...others, onward].map((one) => ({ label: one, to: one })) })),
    fc.record({ to: to(i), name: fc.constantFrom('order', 'batch', '__proto__'), kind: fc.constantFrom('order-number', 'date', 'text') })
      .map((input) => ({ say: '?', input: { label: '?', ...input } })),
  )
  const turns = Array.from({ length: size }, (_, i) =>
    (i === size - 1 ? fc.constant({ say: '.', end: { outcome: 'handoff' } }) : turn(i)))
  return fc.tuple(...turns).map((all) => ({ id: 'any', title: '?', start: '0', nodes: Object.fromEntries(all.map((one, i) => [String(i), one])) }))
})
const acts = fc.array(fc.oneof(
  fc.record({ act: fc.constant('choose'), choice: fc.nat(4) }),
  fc.record({ act: fc.constant('enter'), text: fc.string({ maxLength: 9 }) }),
  fc.record({ act: fc.constant('type'), text: fc.string({ maxLength: 9 }) }),
  fc.record({ act: fc.constantFrom('back', 'restart') }),
), { maxLength: 40 })

/** @returns The walk after an act, and the name under which its text must be kept. */
function done(flow, walk, { act, choice, text }) {
  const name = current(flow, walk).input?.name
  if (act === 'choose') return { walk: choose(flow, walk, choice) }
  if (act === 'enter') return { walk: enter(flow, walk, text, TODAY), name }
  if (act === 'type') return name === undefined ? { walk } : { walk: type(walk, name, text), name }
  return { walk: act === 'back' ? back(walk) : start(flow, walk.typed) }
}

test('whatever a shopper does, nothing typed is lost and the turn is one of the dialogue', () => {
  fc.assert(fc.property(dialogues, acts, (flow, list) => {
    let walk = start(flow)
    const expected = new Map()
    for (const one of list) {
      const after = done(flow, walk, one)
      if (after.name !== undefined) expected.set(after.name, one.text)
      walk = after.walk
      assert.deepEqual(new Map(Object.entries(walk.typed)), expected)
      assert.ok(current(flow, walk))
      assert.ok(holds(flow, walk))
    }
  }))
})

test('from wherever a shopper got to, going on ends: no input stands in the way', () => {
  fc.assert(fc.property(dialogues, acts, (flow, list) => {
    let walk = list.reduce((before, one) => done(flow, before, one).walk, start(flow))
    for (let tries = 0; !current(flow, walk).end; tries++) {
      assert.ok(tries <= 2 * Object.keys(flow.nodes).length, 'going round')
      const { options } = current(flow, walk)
      walk = options ? choose(flow, walk, options.length - 1) : enter(flow, walk, '?', TODAY)
    }
    assert.equal(last(walk).node, String(Object.keys(flow.nodes).length - 1))
  }))
})
