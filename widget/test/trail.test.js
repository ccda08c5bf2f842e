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

test('typing hangs results below home, whatever was open', () => {
  const trail = new Trail()
  trail.push({ kind: 'category', id: 'returns' })
  trail.push({ kind: 'answer', id: 'refund-time' })
  trail.type('退')
  trail.type('退款')
  assert.deepEqual(trail.current, { kind: 'results', query: '退款' })
  trail.push({ kind: 'answer', id: 'refund-time' })
  assert.equal(kinds(trail), 'answer < results < home')
})

test('an emptied input leads home', () => {
  const trail = new Trail()
  trail.type('退')
  trail.type('')
  assert.equal(kinds(trail), 'home')
})
