/** From what was typed to what is said, against a small shop; which files are read on the way. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldBatch, normaliseBatch } from '../../src/panel/batch.js'
import { lastOpened, standing } from '../../src/parts/batch/dates.js'
import { lookUp } from '../../src/parts/batch/lookup.js'
import { STRINGS } from '../../src/parts/batch/strings.js'
import { readTyped } from '../../src/parts/batch/typed.js'

const TODAY = '2026-11-22'
const PRODUCTS = [
  { id: 'cleanser', name: '洁面', barcode: '2000000000015', shelf: { months: 36, opened: 12 }, slots: {} },
  { id: 'nuts', name: '坚果', shelf: { days: 270 }, slots: {} },
  { id: 'gift', name: '礼盒', shelf: {}, slots: {} },
]
const batch = (product, number, produced, expires, basis = 'printed') => ({ product, number, produced, expires, basis })
const BATCHES = {
  YG26C0312A: [batch('cleanser', 'YG26-C0312A', '2026-03-12', '2029-03-11')],
  YG26D01: [batch('cleanser', 'YG26D01', '2026-03-01', '2029-03-01', 'computed')],
  2026070901: [batch('nuts', '20260709-01', '2026-07-09', '2027-04-05'), batch('gift', '20260709-01', '2026-07-09', null, 'computed')],
  20260301: [batch('nuts', '20260301', '2026-03-01', '2026-11-26')],
}

function shop() {
  const read = new Set()
  const seen = (name, value) => (read.add(name), value)
  return {
    read,
    batches: async (number) => seen(`shard of ${foldBatch(number)}`, BATCHES[normaliseBatch(number)] ?? []),
    lookalikes: async (number) => seen(`shard of ${foldBatch(number)}`, Object.keys(BATCHES)
      .filter((other) => other !== number && foldBatch(other) === foldBatch(number)).map((other) => BATCHES[other])),
    products: async () => seen('list', PRODUCTS.map(({ id, name, barcode }) => ({ id, name, barcode }))),
    namedProduct: async (id) => seen(id, PRODUCTS.find((one) => one.id === id)),
    product: async (id) => seen(id, PRODUCTS.find((one) => one.id === id)),
  }
}
const asked = (text, context = {}) => ({ typed: readTyped(text, TODAY), today: TODAY, sku: undefined, ...context })
/** The outcome in a line. */
function told({ kind, dates, products, product, similar, date }) {
  if (kind !== 'dates') return [kind, ...(products ?? [product]).filter(Boolean).map(({ id }) => id), ...(similar ?? []), date].filter(Boolean).join(' ')
  return [dates.product?.id, dates.number, dates.produced, dates.expires, dates.basis, dates.listed && `≠${dates.listed}`].filter(Boolean).join(' ')
}

const CASES = [
  ['a listed batch, however it is written', 'yg26 c0312 a', {}, 'cleanser YG26-C0312A 2026-03-12 2029-03-11 printed'],
  ['a computed date says so', 'YG26D01', {}, 'cleanser YG26D01 2026-03-01 2029-03-01 computed'],
  ['the page’s product does not hide another product’s batch', 'YG26D01', { sku: 'nuts' }, 'cleanser YG26D01 2026-03-01 2029-03-01 computed'],
  ['two products share a number: ask', '20260709-01', {}, 'which nuts gift'],
  ['the page says which', '20260709-01', { sku: 'nuts' }, 'nuts 20260709-01 2026-07-09 2027-04-05 printed'],
  ['the page’s product is neither: ask', '20260709-01', { sku: 'cleanser' }, 'which nuts gift'],
  ['the shopper said which', '20260709-01', { sku: 'nuts', chosen: 'gift' }, 'gift 20260709-01 2026-07-09 computed'],
  ['digits that are a batch number are that, before they are a date', '20260301', { sku: 'cleanser' }, 'nuts 20260301 2026-03-01 2026-11-26 printed'],
  ['a production date and the page’s product', '2026-05-31', { sku: 'cleanser' }, 'cleanser 2026-05-31 2029-05-31 computed'],
  ['shelf life in days', '2026年5月1日', { sku: 'nuts' }, 'nuts 2026-05-01 2027-01-26 computed'],
  ['no shelf life stated: no date, and not expired', '2020-05-01', { sku: 'gift' }, 'gift 2020-05-01 computed'],
  ['a date without a product: ask', '2026-05-31', {}, 'which cleanser nuts gift'],
  ['a product this shop does not know: ask', '2026-05-31', { sku: 'no-such' }, 'which cleanser nuts gift'],
  ['the product chosen', '2026-05-31', { chosen: 'nuts' }, 'nuts 2026-05-31 2027-02-25 computed'],
  ['the shopper means another than the page’s', '2026-05-31', { sku: 'cleanser', chosen: null }, 'which cleanser nuts gift'],
  ['a last day needs no product', '限用日期 2027-01-01', {}, '2027-01-01 printed'],
  ['a printed last day wins over computing', '生产日期2026-05-31 限用日期2029-05-30', { sku: 'cleanser' }, 'cleanser 2026-05-31 2029-05-30 printed'],
  ['a code’s date wins over the list’s, and the difference is told', '(10)YG26C0312A(17)290401', {}, 'cleanser YG26-C0312A 2026-03-12 2029-04-01 printed ≠2029-03-11'],
  ['a code that agrees', '(10)YG26C0312A(17)290311', {}, 'cleanser YG26-C0312A 2026-03-12 2029-03-11 printed'],
  ['a code’s date wins over a computed one, which is no contradiction', '(10)YG26D01(17)290228', {}, 'cleanser YG26D01 2026-03-01 2029-02-28 printed'],
  ['a code’s product is the one meant', '(01)02000000000015(11)260531', { sku: 'nuts' }, 'cleanser 2026-05-31 2029-05-31 computed'],
  ['a code of an unlisted product: ask, whatever the page is', '(01)02000000000022(11)260531', { sku: 'nuts' }, 'which cleanser nuts gift'],
  ['a code with an unlisted lot still tells its dates', '(01)02000000000015(10)XX1(11)260531', {}, 'cleanser 2026-05-31 2029-05-31 computed'],
  ['a code’s lot is not another product’s', '(01)02000000000015(10)20260301', {}, 'nothing'],
  ['a code of an unlisted product may be of any', '(01)02000000000022(10)YG26D01', {}, 'cleanser YG26D01 2026-03-01 2029-03-01 computed'],
  ['a barcode tells its product and no batch', '2000000000015', {}, 'barcode cleanser'],
  ['an unknown barcode', '2000000000022', {}, 'barcode'],
  ['a production date that is yet to come', '2027-01-01', { sku: 'cleanser' }, 'future 2027-01-01'],
  ['today is no such', TODAY, { sku: 'cleanser' }, 'cleanser 2026-11-22 2029-11-22 computed'],
  ['a day that does not exist', '2026-02-30', { sku: 'cleanser' }, 'impossible 2026-02-30'],
  ['not listed', 'ZZ99', {}, 'nothing'],
  ['not listed, but one that looks alike is', 'YGZ6CO3I2A', {}, 'nothing YG26-C0312A'],
  ['nothing that could be a number', '批号', {}, 'nothing'],
]
for (const [why, text, context, expected] of CASES) {
  test(`look-up: ${why}`, async () => assert.equal(told(await lookUp(shop(), asked(text, context))), expected))
}

const READS = [
  ['a batch: its shard and its product', 'YG26D01', ['shard of YG26D01', 'cleanser']],
  ['not found, with what looks alike: one shard', 'YGZ6CO3I2A', ['shard of YG26C0312A']],
]
for (const [why, text, files] of READS) {
  test(`what is read: ${why}`, async () => {
    const content = shop()
    await lookUp(content, asked(text))
    assert.deepEqual([...content.read], files)
  })
}

const STANDING = [
  ['years ahead', '2029-03-12', 'printed', '还有 841 天'],
  ['a month and a day', '2026-12-23', 'printed', '还有 31 天'],
  ['a month: soon', '2026-12-22', 'printed', '还有 30 天', 'soon'],
  ['tomorrow', '2026-11-23', 'computed', '还有 1 天', 'soon'],
  ['today still counts', '2026-11-22', 'printed', '今天到期', 'lastDayHint'],
  ['yesterday', '2026-11-21', 'printed', '已过期 1 天', 'pastHint', true],
  ['a computed date is not called expired', '2026-11-21', 'computed', '按推算已过 1 天', 'pastHint', true],
  ['unknown is not expired', null, 'computed', '以包装标注为准', 'unknownHint'],
]
for (const [why, expires, basis, title, advice, person] of STANDING) {
  test(`standing: ${why}`, () => {
    const said = standing({ expires, basis }, TODAY, STRINGS.zh)
    assert.deepEqual([said.title, said.advice, said.person], [title, advice && STRINGS.zh[advice], person])
  })
}

test('what is opened today lasts its months, and never beyond its date', () => {
  assert.equal(lastOpened(12, '2029-03-12', TODAY), '2027-11-22')
  assert.equal(lastOpened(12, '2027-03-12', TODAY), '2027-03-12')
})

test('no word of a look-up speaks of genuineness, and English has every word', () => {
  const shape = (strings) => Object.entries(strings).map(([key, value]) => `${key} ${typeof value}`)
  assert.deepEqual(shape(STRINGS.en), shape(STRINGS.zh))
  assert.doesNotMatch(JSON.stringify(STRINGS), /真品|正品|假|fake|genuine|counterfeit/i)
})
