// Builds the styles, scripts and pictures into a folder, each under a name with its digest, and
// writes `manifest`: one line a file, its plain name and the name it was built under.
//
//   node build.mjs SOURCE_DIR OUTPUT_DIR     with node_modules in the working directory
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { extname, basename, join } from 'node:path'

const [source, output] = process.argv.slice(2)
const require = createRequire(join(process.cwd(), 'package.json'))
const sass = require('sass')
const esbuild = require('esbuild')
const modules = join(process.cwd(), 'node_modules')

// ---- classes of govuk-frontend that no page has ------------------------------------------------

// Put together from a part that varies.
const COMPOSED = /^govuk-input--width-/

async function textsBelow (folder, ends) {
  const found = await readdir(folder, { recursive: true })
  const names = found.filter((name) => ends.includes(extname(name)))
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n')
}

// Splits at the commas that stand in no parentheses.
function selectorsOf (prelude) {
  let depth = 0
  const parts = ['']
  for (const letter of prelude) {
    if (letter === '(') ++depth
    if (letter === ')') --depth
    if (letter === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts
}

// The rules of compressed CSS without the selectors that name a class of govuk-frontend unknown to
// `isUsed`.
function withoutUnused (css, isUsed) {
  let kept = ''
  for (let at = 0; at < css.length;) {
    const open = css.indexOf('{', at)
    const end = css.indexOf(';', at)
    if (open < 0 || (end >= 0 && end < open)) { // @charset
      const next = end < 0 ? css.length : end + 1
      kept += css.slice(at, next)
      at = next
      continue
    }
    let close = open
    for (let depth = 1; depth > 0;) {
      ++close
      if (css[close] === '{') ++depth
      if (css[close] === '}') --depth
    }
    const prelude = css.slice(at, open)
    const body = css.slice(open + 1, close)
    if (/^@(media|supports)/.test(prelude)) {
      const inner = withoutUnused(body, isUsed)
      if (inner) kept += `${prelude}{${inner}}`
    } else if (prelude.startsWith('@')) {
      kept += `${prelude}{${body}}`
    } else {
      const selectors = selectorsOf(prelude).filter((selector) =>
        [...selector.matchAll(/\.(govuk-[\w-]+)/g)].every(([, name]) => isUsed(name)))
      if (selectors.length > 0) kept += `${selectors.join()}{${body}}`
    }
    at = close + 1
  }
  return kept
}

// ---- what is built -----------------------------------------------------------------------------

async function styles (script) {
  const words = new Set((await textsBelow(join(source, '..'), ['.tpl', '.cc', '.mjs']) + script)
    .match(/govuk-[\w-]+/g))
  const built = sass.compile(join(source, 'sass', 'site.scss'), {
    style: 'compressed',
    loadPaths: [modules],
    quietDeps: true,
    silenceDeprecations: ['import']
  })
  const css = withoutUnused(built.css, (name) => words.has(name) || COMPOSED.test(name))
  return [['site.css', Buffer.from(css)]]
}

async function scripts () {
  const built = await esbuild.build({
    entryPoints: [join(source, 'scripts', 'site.mjs')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    legalComments: 'none',
    nodePaths: [modules],
    write: false,
    logLevel: 'warning'
  })
  return [['site.js', Buffer.from(built.outputFiles[0].contents)]]
}

async function pictures () {
  const folder = join(source, 'pictures')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.svg')).sort()
  return Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))]))
}

await mkdir(output, { recursive: true })
const scriptFiles = await scripts()
const files = (await Promise.all([styles(scriptFiles[0][1]), scriptFiles, pictures()])).flat()
const lines = []
for (const [name, content] of files) {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 12)
  const end = extname(name)
  const address = `${basename(name, end)}.${digest}${end}`
  await writeFile(join(output, address), content)
  lines.push(`${name} ${address}\n`)
}
await writeFile(join(output, 'manifest.new'), lines.join(''))
await rename(join(output, 'manifest.new'), join(output, 'manifest'))
