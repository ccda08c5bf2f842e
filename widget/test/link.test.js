import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linkTo } from '../src/parts/answer/link.js'

const LINKS = [
  ['a plain page', 'https://shop.example/item?id=1', 'https://shop.example/item?id=1#faq=ship-time'],
  ['a page that was come to by such a link', 'https://shop.example/item#faq=other', 'https://shop.example/item#faq=ship-time'],
  ['a mark within the page gives way', 'https://shop.example/item#details', 'https://shop.example/item#faq=ship-time'],
  ['a page steered by its hash keeps it', 'https://shop.example/#/item/1', null],
  ['in the older way too', 'https://shop.example/#!/item/1', null],
]
for (const [why, href, link] of LINKS) {
  test(`link to an answer: ${why}`, () => assert.equal(linkTo('ship-time', href), link))
}
