/**
 * Looks up batches in a published folder, for tests/contract/test_batch_dates.py: the first line of
 * standard input is `{"folder", "today"}`, every other one `{"text", "sku"}`; one outcome a line comes back.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Content } from '../../src/panel/content.js'
import { lookUp } from '../../src/parts/batch/lookup.js'
import { readTyped } from '../../src/parts/batch/typed.js'

const [{ folder, today }, ...asked] = readFileSync(0, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
const read = (path) => readFileSync(join(folder, path))
globalThis.fetch = async (path) => new Response(read(String(path)))

const content = new Content('', JSON.parse(read('manifest.json')))
for (const { text, sku } of asked) {
  const outcome = await lookUp(content, { typed: readTyped(text, today), today, sku })
  console.log(JSON.stringify(outcome))
}
