/**
 * Puts the peers' files beside ours: `node lay-out.mjs FOLDER`, in the folder of their packages.
 * FOLDER/corpus.json holds the entries, `{ id, question, similar, answer }`.
 */

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { buildSync } from 'esbuild'
import MiniSearch from 'minisearch'
import * as pagefind from 'pagefind'
import { OPTIONS } from './minisearch-options.js'

const folder = process.argv[2]
const corpus = JSON.parse(readFileSync(`${folder}/corpus.json`, 'utf8'))

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** One page an entry, its question as the heading, as a site's own FAQ pages would be. */
async function pagefindBundle() {
  const { index } = await pagefind.createIndex({})
  for (const { id, question, similar, answer } of corpus) {
    const texts = [...similar, answer].map((text) => `<p>${escaped(text)}</p>`).join('')
    const body = `<h1>${escaped(question)}</h1>${texts}`
    const content = `<html lang="zh"><head><title>${escaped(question)}</title></head><body data-pagefind-body>${body}</body></html>`
    await index.addHTMLFile({ url: `/e/${id}/`, content })
  }
  await index.writeFiles({ outputPath: `${folder}/pagefind/pagefind` })
  await pagefind.close()
}

/** Its ready-made keyword search and style sheet, untouched, and three lines that start it. */
function docSearch() {
  mkdirSync(`${folder}/docsearch`, { recursive: true })
  copyFileSync('node_modules/@docsearch/js/dist/umd/docsearch.js', `${folder}/docsearch/docsearch.js`)
  copyFileSync('node_modules/@docsearch/css/dist/style.css', `${folder}/docsearch/style.css`)
  copyFileSync('docsearch-start.js', `${folder}/docsearch/start.js`)
}

/** The index is built once and fetched when somebody opens the box. */
function miniSearch() {
  mkdirSync(`${folder}/minisearch`, { recursive: true })
  const index = new MiniSearch(OPTIONS)
  index.addAll(corpus.map((/** @type {any} */ one) => ({ ...one, similar: one.similar.join('\n') })))
  writeFileSync(`${folder}/minisearch/index.json`, JSON.stringify(index))
  buildSync({
    entryPoints: ['minisearch-page.js'], outfile: `${folder}/minisearch/page.js`,
    bundle: true, minify: true, format: 'esm', target: 'es2022',
  })
}

await pagefindBundle()
docSearch()
miniSearch()
