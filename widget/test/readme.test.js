import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const README = read('README.md')
const TYPES = read('dianzhi.d.ts')

/** Names of the members of one interface of the declarations. */
const members = (name) => {
  const body = TYPES.slice(TYPES.indexOf(`interface ${name} {`))
  return [...body.slice(0, body.indexOf('\n}')).matchAll(/^ {2}(\w+)[?:(<]/gm)].map(([, member]) => member)
}

test('every attribute, event and method that pages may use is in the README', () => {
  for (const name of members('DianzhiContext')) assert.ok(README.includes(`| \`data-${name}`), name)
  for (const name of members('DianzhiEvents')) assert.ok(README.includes(`\`dianzhi:${name}\``), name)
  for (const name of members('Dianzhi')) assert.ok(README.includes(`\`${name}(`), name)
  for (const name of members('DianzhiHandoff')) assert.ok(README.includes(`"${name}": `), name)
})

test('the declarations are read as such', () => {
  assert.deepEqual(members('DianzhiEvents').slice(0, 3), ['ready', 'open', 'close'])
  assert.ok(members('Dianzhi').includes('destroy'))
})

test('every custom property of the styles is in the README, and no other', () => {
  const styles = read('dist/faq.js') + read('dist/panel.js')
  const used = new Set([...styles.matchAll(/--dianzhi-[a-z-]+/g)].map(([name]) => name))
  const told = new Set([...README.matchAll(/`(--dianzhi-[a-z-]+)`/g)].map(([, name]) => name))
  assert.deepEqual([...told].sort(), [...used].sort())
})
