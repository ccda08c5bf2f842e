/**
 * Bundles the browser code into widget/dist, which is committed: a Python user needs no Node.
 * `node build.mjs` writes, `node build.mjs --check` exits 1 when dist is not what the sources give.
 */

import { createHash } from 'node:crypto'
import { access, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'

/** Every bundle: a classic script runs at once, a module is imported by another bundle. */
const BUNDLES = [
  { file: 'faq.js', entry: 'src/loader.js', format: 'iife' },
  { file: 'pinned.js', entry: 'src/loader.js', format: 'iife', pinned: true },
  { file: 'panel.js', entry: 'src/panel/index.js', format: 'esm' },
  { file: 'answer.js', entry: 'src/parts/answer/index.js', format: 'esm' },
  { file: 'flow.js', entry: 'src/parts/flow/index.js', format: 'esm' },
  { file: 'batch.js', entry: 'src/parts/batch/index.js', format: 'esm' },
  { file: 'scan.js', entry: 'src/parts/scan/index.js', format: 'esm' },
  { file: 'person.js', entry: 'src/parts/person/index.js', format: 'esm' },
  { file: 'remember.js', entry: 'src/parts/remember/index.js', format: 'esm' },
  { file: 'search.js', entry: 'src/search/index.js', format: 'esm' },
  { file: 'meaning.js', entry: 'src/search/meaning.js', format: 'esm' },
  { file: 'remote.js', entry: 'src/remote/index.js', format: 'esm' },
  { file: 'parts.js', entry: 'src/search/parts.js', format: 'esm' },
  { file: 'typing.js', entry: 'src/search/typing.js', format: 'esm' },
  { file: 'kb.js', entry: 'src/kb/index.js', format: 'iife' },
]

/** Bundles that the popup's loader never imports. */
const APART = ['faq.js', 'kb.js']

const here = new URL('.', import.meta.url)
const dist = new URL('dist/', here)

/** A style sheet is imported as its minified text, to be adopted by a shadow root. */
const styles = {
  name: 'styles',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const css = await readFile(path, 'utf8')
      const { code } = await transform(css, { loader: 'css', minify: true, target: 'es2022' })
      return { contents: code.trim(), loader: 'text' }
    })
  },
}

/** A later part imports what the panel lends from the panel that is loaded already. */
const lent = {
  name: 'lent',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /\/panel\/kit\.js$/ }, () => ({ path: './panel.js', external: true }))
  },
}

/** @param {URL} path */
const exists = (path) => access(path).then(() => true, () => false)

/** @param {Uint8Array} bytes */
const integrity = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`

/**
 * @param {{file: string, entry: string, format: string}} bundle
 * @param {{file: string, bytes: Uint8Array}[]} [known] For the pinned loader: the code it may import.
 */
async function bundled({ file, entry, format }, known) {
  const digests = Object.fromEntries(known?.map((one) => [one.file, integrity(one.bytes)]) ?? [])
  const result = await build({
    absWorkingDir: fileURLToPath(here),
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: /** @type {import('esbuild').Format} */ (format),
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [styles, lent],
    define: known ? { PINNED: 'true', INTEGRITY: JSON.stringify(digests) } : { PINNED: 'false' },
  })
  return { file, bytes: result.outputFiles[0].contents }
}

/** Types for pages that embed the popup; published beside it as they are. */
const TYPES = 'dianzhi.d.ts'

/** Bundles whose source is there, in the order of the list, and the types. */
async function bundles() {
  const present = []
  for (const bundle of BUNDLES) if (await exists(new URL(bundle.entry, here))) present.push(bundle)
  const plain = await Promise.all(present.filter((one) => !one.pinned).map((one) => bundled(one)))
  const code = plain.filter(({ file }) => !APART.includes(file))
  const pinned = await Promise.all(present.filter((one) => one.pinned).map((one) => bundled(one, code)))
  const types = { file: TYPES, bytes: await readFile(new URL(TYPES, here)) }
  return [...plain, ...pinned, types]
}

/** @param {{file: string, bytes: Uint8Array}[]} built */
async function stale(built) {
  const names = await readdir(dist).catch(() => [])
  const extra = names.filter((name) => !built.some(({ file }) => file === name))
  const changed = []
  for (const { file, bytes } of built) {
    const old = await readFile(new URL(file, dist)).catch(() => null)
    if (!old?.equals(bytes)) changed.push(file)
  }
  return [...changed, ...extra]
}

const built = await bundles()
const different = await stale(built)
if (process.argv.includes('--check')) {
  for (const file of different) console.error(`widget/dist/${file} 与源码不一致，请运行 npm run build`)
  process.exit(different.length ? 1 : 0)
}
await mkdir(dist, { recursive: true })
for (const file of different) await rm(new URL(file, dist), { force: true })
for (const { file, bytes } of built) {
  if (different.includes(file)) await writeFile(new URL(file, dist), bytes)
  console.log(`widget/dist/${file}  ${bytes.length} bytes`)
}
