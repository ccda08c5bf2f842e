/** What old libraries and home-made polyfills replace is not called (widget/README.md says why). */

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'

/** Names that arrays alone have, younger than what every script lives on, and helpers of their time. */
const FRAGILE = /\.(?:flat|flatMap|findIndex|findLast|findLastIndex|copyWithin|reduceRight|reverse|to(?:Sorted|Reversed|Spliced)|replaceAll)\(|\b(?:Array\.from|Object\.groupBy|Date\.parse|URL\.canParse|structuredClone|Promise\.(?:allSettled|any|try|withResolvers))\b/
/** Runs in the knowledge base alone, a page of ours. */
const OURS = 'kb.js'

for (const name of readdirSync(new URL('../dist/', import.meta.url)).filter((one) => one.endsWith('.js') && one !== OURS)) {
  test(`${name} calls nothing that pages replace`, () => {
    assert.doesNotMatch(readFileSync(new URL(`../dist/${name}`, import.meta.url), 'utf8'), FRAGILE)
  })
}
