import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gatherFacts } from '../src/parts/answer/facts.js'
import { isComputed, pickBatch, slotNames, slotValue } from '../src/parts/answer/slots.js'

const SERUM = { id: 'hya-serum', name: '精华', slots: { shelf_life: '24 个月', empty: '' } }
const BATCH = { product: 'hya-serum', basis: 'computed', slots: { expires: '2028-03-01' } }

const VALUES = [
  ['a product fact', 'product.shelf_life', { product: SERUM }, '24 个月'],
  ['a batch fact', 'batch.expires', { batch: BATCH }, '2028-03-01'],
  ['a fact the product lacks', 'product.net', { product: SERUM }, undefined],
  ['an empty value is no value', 'product.empty', { product: SERUM }, undefined],
  ['no product at all', 'product.shelf_life', {}, undefined],
  ['a name every object has', 'product.constructor', { product: SERUM }, undefined],
  ['an unknown kind', 'shop.name', { product: SERUM }, undefined],
]
for (const [why, name, facts, value] of VALUES) {
  test(`slot: ${why}`, () => assert.equal(slotValue(name, facts), value))
}

test('slots are found at any depth, each once', () => {
  const slot = (name) => ['slot', { name }]
  const nodes = [['ul', ['li', slot('product.net')], ['li', ['em', slot('batch.expires'), slot('product.net')]]], '文']
  assert.deepEqual([...slotNames(nodes)], ['product.net', 'batch.expires'])
})

test('only a computed expiry is marked as computed', () => {
  assert.equal(isComputed('batch.expires', { batch: BATCH }), true)
  assert.equal(isComputed('batch.produced', { batch: BATCH }), false)
  assert.equal(isComputed('batch.expires', { batch: { ...BATCH, basis: 'printed' } }), false)
})

const OTHER = { ...BATCH, product: 'nut-mix' }
const BATCHES = [
  ['one batch, no product named', [BATCH], undefined, BATCH],
  ['two products share the number', [BATCH, OTHER], undefined, undefined],
  ['the page names which', [BATCH, OTHER], 'nut-mix', OTHER],
  ['the batch is of another product', [BATCH], 'nut-mix', undefined],
  ['an unknown number', [], undefined, undefined],
]
for (const [why, batches, sku, expected] of BATCHES) {
  test(`batch: ${why}`, () => assert.equal(pickBatch(batches, sku), expected))
}

const content = (batches = []) => ({
  batches: async () => batches,
  product: async (id) => (id === 'no-such' ? undefined : { id, slots: {} }),
})
const PRODUCT = [['slot', { name: 'product.net' }]]
const EXPIRY = [['slot', { name: 'batch.expires' }]]
const FACTS = [
  ['an answer without slots needs nothing', [], ['文'], {}, {}, undefined],
  ['the page’s product', [], PRODUCT, { sku: 'hya-serum' }, {}, 'hya-serum'],
  ['no product: ask', [], PRODUCT, {}, null, undefined],
  ['a product the shop does not know: ask', [], PRODUCT, { sku: 'no-such' }, null, undefined],
  ['an answer about one product only', ['nut-mix'], PRODUCT, {}, {}, 'nut-mix'],
  ['the page’s product is not among the answer’s: ask', ['nut-mix', 'hya-serum'], PRODUCT, { sku: 'x' }, null, undefined],
  ['a batch tells its product', [], [...PRODUCT, ...EXPIRY], { batch: 'B1' }, {}, 'hya-serum', [BATCH]],
  ['a shared batch number: ask', [], EXPIRY, { batch: 'B1' }, null, undefined, [BATCH, OTHER]],
  ['no batch: the sentence says it', [], EXPIRY, {}, {}, undefined],
]
for (const [why, products, nodes, page, outcome, product, batches] of FACTS) {
  test(`facts: ${why}`, async () => {
    const facts = await gatherFacts({ products }, nodes, page, content(batches))
    assert.equal(facts === null, outcome === null)
    assert.equal(facts?.product?.id, product)
  })
}
