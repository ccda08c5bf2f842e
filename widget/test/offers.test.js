import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { offerKey, offersFor, standingOffers } from '../src/panel/offers.js'

const FLOWS = [
  { id: 'invoice', title: '发票申请', category: 'invoices', words: ['要发票', '开票'] },
  { id: 'return', title: { zh: '七天无理由', en: 'Seven-day return' }, category: 'returns', words: ['不想要了', 'return'] },
  { id: 'exchange', title: '换货', category: 'returns', words: ['换一个', '退款不如换货'] },
  { id: 'quality', title: '质量问题退换', category: 'quality', words: ['质量问题', '漏液', '过敏了'] },
  { id: 'lookup', title: { zh: '保质期查询', en: 'Shelf-life lookup' }, category: 'shelf-life', words: ['过期没有'] },
  { id: 'urge', title: '催发货', category: 'shipping', words: ['催发货', '还没发货'] },
]
const ROUTES = [
  { words: ['退款', '退钱'], category: 'returns', priority: 'urgent' },
  { words: ['质量问题', '过敏', '红肿'], category: 'quality', priority: 'urgent' },
  { words: ['投诉', '12315'], category: 'service', priority: 'urgent' },
  { words: ['催发货'], category: 'delivery', priority: 'high' },
  { words: ['发票'], category: 'invoices', priority: 'normal' },
]
const manifest = (count = 60) => ({ flows: { list: FLOWS }, batches: { count }, shop: { routes: ROUTES } })

/** As one line: `!` marks what is urgent, `#` a number to look up. */
const written = (offers) => offers
  .map((one) => (one.urgent ? '!' : '') + offerKey(one) + (one.number ? `#${one.number}` : '')).join(' ')

const OFFERS = [
  ['an ordinary question gets its answers and nothing else', '多久发货', ''],
  ['nothing typed', ' ', ''],
  ['a word of a dialogue', '我的快递还没发货', 'flow-urge'],
  ['the beginning of a word, while typing', '催发', 'flow-urge'],
  ['one character is too little', '催', ''],
  ['a part of the title', '发票', 'flow-invoice'],
  ['English, in any case', 'How to RETURN this', 'flow-return'],
  ['full-width letters and spaces', '１２ ３１５', '!person'],
  ['an urgent word: its category has a dialogue that speaks of it', '用了红肿', '!flow-quality person'],
  ['an urgent word: the dialogue whose words fit it best', '退款', '!flow-exchange person'],
  ['… unless the question itself fits another of that category', '不想要了，退款', '!flow-return person'],
  ['an urgent word without a dialogue leads to a person', '我要投诉', '!person'],
  ['the urgent one before the one that merely fits', '还没发货，给我退款', '!flow-exchange flow-urge'],
  ['two urgent ones: the one that speaks of the matter first', '退钱，脸都红肿过敏了', '!flow-quality !flow-return'],
  ['a person asked for', '转人工', 'person'],
  ['a person by another name', '有真人吗', 'person'],
  ['客服 in a question is one line, not a detour', '客服几点上班', 'person'],
  ['人工 in a list of ingredients is no person', '有没有人工色素和人工香精', ''],
  ['a dialogue and a person', '开票找客服', 'flow-invoice person'],
  ['a batch number', 'yg26-c0825-b', 'batch#YG26-C0825-B'],
  ['a batch number among words', '这个ＹＧ24C0918Ａ是什么时候的', 'batch#YG24C0918A'],
  ['a date', '2026年3月1日的能放到什么时候', 'batch#2026年3月1日'],
  ['a date as printed', '20260301', 'batch#20260301'],
  ['asking for the batch without a number', '批号在哪看', 'batch'],
  ['the lookup by its name stands for the dialogue of that name', '保质期查询', 'batch'],
  ['… which is offered where the lookup is not', '过期没有', 'flow-lookup'],
  ['no product property is a batch', 'spf50 500ml b5 精华', ''],
  ['an order number is no batch', '6920123456789012345', ''],
  ['a parcel is no batch', 'SF1234567890123', ''],
  ['a telephone number is no batch', '13800138000', ''],
  ['an impossible day is no date', '20261399', ''],
]
for (const [why, query, expected] of OFFERS) {
  test(`offers: ${why}`, () => assert.equal(written(offersFor(query, manifest(), '保质期查询')), expected))
}

test('a shop without batches offers no lookup', () => {
  assert.equal(written(offersFor('批号 YG24C0918A', manifest(0), '保质期查询')), '')
  assert.equal(written(standingOffers(manifest(0), '保质期查询')),
    'flow-invoice flow-return flow-exchange flow-quality flow-lookup flow-urge person')
})

for (const [lang, name] of [['zh', '保质期查询'], ['en', 'Shelf-life lookup']]) {
  test(`home (${lang}): the lookup stands for the dialogue of the same name`, () => {
    assert.equal(written(standingOffers(manifest(), name)),
      'flow-invoice flow-return flow-exchange flow-quality flow-urge batch person')
  })
}

const words = [...ROUTES, ...FLOWS].flatMap((one) => one.words).concat('人工', '批号', 'YG24C0918A', '2026-03-01', '多久')
test('any question: two offers at most, none twice, what is urgent first and a person within reach', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), { maxLength: 5 }), (parts) => {
    const offers = offersFor(parts.join(' '), manifest(), '保质期查询')
    assert.ok(offers.length <= 2)
    assert.equal(new Set(offers.map(offerKey)).size, offers.length)
    const firstCalm = offers.findIndex(({ urgent }) => !urgent)
    assert.ok(firstCalm < 0 || offers.slice(firstCalm).every(({ urgent }) => !urgent))
    if (offers.length === 1 && offers[0].urgent) assert.equal(offers[0].kind, 'person')
  }))
})
