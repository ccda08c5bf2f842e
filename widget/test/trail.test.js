import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Trail } from '../src/panel/trail.js'

const kinds = (trail) => {
  const seen = [trail.current.kind]
  while (!trail.atHome) seen.push(trail.pop().kind)
  return seen.join(' < ')
}

test('home is never left behind', () => {
  const trail = new Trail()
  assert.equal(trail.pop().kind, 'home')
  assert.equal(trail.atHome, true)
})

test('typing hangs results below home, whatever answer was open', () => {
  const trail = new Trail()
  trail.push({ kind: 'person' })
  trail.push({ kind: 'answer', id: 'refund-time' })
  trail.type('退')
  trail.type('退款')
  assert.deepEqual(trail.current, { kind: 'results', query: '退款' })
  trail.push({ kind: 'answer', id: 'refund-time' })
  assert.equal(kinds(trail), 'answer < results < home')
})

test('what is typed in a category is asked from it, and the way back leads there', () => {
  const trail = new Trail()
  assert.equal(trail.category, undefined)
  trail.push({ kind: 'category', id: 'after-sales' })
  trail.push({ kind: 'category', id: 'returns' })
  trail.push({ kind: 'answer', id: 'refund-time' })
  trail.type('退')
  trail.type('退款')
  assert.equal(trail.category, 'returns')
  trail.push({ kind: 'answer', id: 'refund-time' })
  assert.equal(trail.category, 'returns')
  assert.equal(kinds(trail), 'answer < results < category < category < home')
})

test('an emptied input leads back to the category it was typed in', () => {
  const trail = new Trail()
  trail.push({ kind: 'category', id: 'returns' })
  trail.type('退')
  trail.type('')
  assert.deepEqual(trail.current, { kind: 'category', id: 'returns' })
  trail.pop()
  trail.type('退')
  assert.equal(trail.category, undefined)
})

test('a category opened from results is where the next question is asked', () => {
  const trail = new Trail()
  trail.type('退')
  trail.push({ kind: 'category', id: 'invoices' })
  trail.type('票')
  assert.equal(trail.category, 'invoices')
  assert.equal(kinds(trail), 'results < category < home')
})

test('an emptied input leads home', () => {
  const trail = new Trail()
  trail.type('退')
  trail.type('')
  assert.equal(kinds(trail), 'home')
})

test('a category opened again from what was found in it is on the way back once', () => {
  const trail = new Trail()
  trail.push({ kind: 'category', id: 'returns' })
  trail.push({ kind: 'category', id: 'refunds' })
  trail.type('退')
  trail.push({ kind: 'category', id: 'refunds' })
  trail.type('票')
  assert.equal(kinds(trail), 'results < category < category < home')
  trail.push({ kind: 'category', id: 'returns' })
  trail.push({ kind: 'category', id: 'refunds' })
  trail.push({ kind: 'category', id: 'returns' })
  trail.type('票')
  assert.equal(trail.category, 'returns')
  assert.equal(kinds(trail), 'results < category < home')
})

test('emptying the input of an open category leaves it open, and what was found before it is gone', () => {
  const trail = new Trail()
  trail.type('退')
  trail.push({ kind: 'category', id: 'returns' })
  const { current } = trail
  trail.type('')
  assert.equal(trail.current, current)
  assert.equal(kinds(trail), 'category < home')
})
