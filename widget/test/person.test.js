import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { channelLink, sceneParam } from '../src/parts/person/channels.js'
import { endpoint } from '../src/parts/person/post.js'
import { STRINGS } from '../src/parts/person/strings.js'
import { summaryOf } from '../src/parts/person/summary.js'

const SUBJECT = { sku: 'hya-serum', batch: 'B2026-0301', entry: 'ship-time' }
const WORDS = { title: '咨询 · 屿光', summary: '想问：多久发货\n商品：精华 & 面霜' }
const WECOM = 'https://work.weixin.qq.com/kf/kfc0example?enc_scene=ENC0example'
const SCENE = 's%3Dhya-serum%26b%3DB2026-0301%26q%3Dship-time'
const LINKS = [
  ['a phone number is dialled without its blanks', 'phone', '400 000-0000', 'tel:4000000000'],
  ['a number with its country', 'phone', '+86 400 000 0000', 'tel:+864000000000'],
  ['a mail carries the note, lines as RFC 6068 wants them', 'mail', 'care@shop.example',
    'mailto:care@shop.example?subject=%E5%92%A8%E8%AF%A2%20%C2%B7%20%E5%B1%BF%E5%85%89&body='
    + '%E6%83%B3%E9%97%AE%EF%BC%9A%E5%A4%9A%E4%B9%85%E5%8F%91%E8%B4%A7%0D%0A%E5%95%86%E5%93%81%EF%BC%9A%E7%B2%BE%E5%8D%8E%20%26%20%E9%9D%A2%E9%9C%9C'],
  ['a minted link takes the parameter, its own part unchanged', 'wecom', WECOM, `${WECOM}&scene_param=${SCENE}`],
  ['a link without a scene does not take it', 'wecom', 'https://work.weixin.qq.com/kfid/kfc0example', 'https://work.weixin.qq.com/kfid/kfc0example'],
  ['an empty scene neither', 'wecom', 'https://work.weixin.qq.com/kf/a?enc_scene=', 'https://work.weixin.qq.com/kf/a?enc_scene='],
  ['a parameter of the shop’s own stays', 'wecom', `${WECOM}&scene_param=a%3D1`, `${WECOM}&scene_param=a%3D1`],
  ['an app is opened by its own scheme', 'qianniu', 'aliim:sendmsg?touid=shop', 'aliim:sendmsg?touid=shop'],
  ['without an address the way is told', 'in-app', undefined, null],
  ['words are no link', 'in-app', '商品页右下角', null],
  ['a script is no way to a person', 'in-app', 'javascript:alert(1)', null],
  ['nor with a blank before it', 'qianniu', ' JavaScript:alert(1)', null],
  ['nor as data', 'wecom', 'data:text/html,x', null],
]
for (const [why, kind, address, link] of LINKS) {
  test(`channel: ${why}`, () => assert.equal(channelLink({ kind, address, label: '' }, SUBJECT, WORDS), link))
}

const SCENES = [
  ['ids only', SUBJECT, 's=hya-serum&b=B2026-0301&q=ship-time'],
  ['only what is known', { entry: 'ship-time' }, 'q=ship-time'],
  ['nothing known', {}, ''],
  ['signs of its own are encoded', { sku: 'a&b=c' }, 's=a%26b%3Dc'],
  ['what does not fit is left out whole', { sku: 'x'.repeat(130), entry: 'ship-time' }, 'q=ship-time'],
  ['exactly 128 bytes fit', { sku: 'x'.repeat(126) }, `s=${'x'.repeat(126)}`],
]
for (const [why, subject, param] of SCENES) {
  test(`scene_param: ${why}`, () => assert.equal(sceneParam(subject), param))
}

test('scene_param is never more than 128 bytes before it is encoded', () => {
  const some = fc.option(fc.string({ unit: 'grapheme', maxLength: 140 }), { nil: undefined })
  fc.assert(fc.property(fc.record({ sku: some, batch: some, entry: some }), (subject) => {
    assert.ok(new TextEncoder().encode(sceneParam(subject)).length <= 128)
  }))
})

const known = (changes) => ({ questions: [], product: '', batch: '', ...changes })
const SUMMARIES = [
  ['nothing known', known({}), ''],
  ['the last three questions', known({ questions: ['一', '二', '三', '四'] }), '想问：二；三；四'],
  ['with product and batch', known({ questions: ['多久到期'], product: '精华', batch: 'B1' }), '想问：多久到期\n商品：精华\n批号：B1'],
  ['a dialogue’s summary stands for the questions', known({ summary: '催发货，订单 123', questions: ['发货'], product: '精华' }), '催发货，订单 123\n商品：精华'],
  ['and is not said twice', known({ summary: '批号 B1 有异味', batch: 'B1', product: '精华' }), '批号 B1 有异味\n商品：精华'],
  ['cut at 500 characters, none in half', known({ questions: ['😀'.repeat(600)] }), `想问：${'😀'.repeat(497)}`],
]
for (const [why, given, text] of SUMMARIES) {
  test(`summary: ${why}`, () => assert.equal(summaryOf(given, STRINGS.zh), text))
}

const PAGE = 'http://shop.example/item/1'
const ENDPOINTS = [
  ['the shop’s own, encrypted', 'https://desk.shop.example/faq', 'https://desk.shop.example/faq'],
  ['the page’s own origin', '/faq', 'http://shop.example/faq'],
  ['another origin in the clear', 'http://desk.shop.example/faq', null],
  ['a script', 'javascript:alert(1)', null],
  ['nothing', '', null],
  ['no attribute', undefined, null],
  ['nonsense', 'https://', null],
]
for (const [why, given, url] of ENDPOINTS) {
  test(`endpoint: ${why}`, () => assert.equal(endpoint(given, PAGE), url))
}

test('both languages have the same strings, none empty', () => {
  const shape = (value) => (typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
    : typeof value)
  assert.deepEqual(shape(STRINGS.en), shape(STRINGS.zh))
  assert.doesNotMatch(JSON.stringify(STRINGS), /""/)
})
