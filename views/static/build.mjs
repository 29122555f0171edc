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

async function styles () {
  const built = sass.compile(join(source, 'sass', 'site.scss'), {
    style: 'compressed',
    loadPaths: [modules],
    quietDeps: true,
    silenceDeprecations: ['import']
  })
  return [['site.css', Buffer.from(built.css)]]
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
const files = (await Promise.all([styles(), scripts(), pictures()])).flat()
const lines = []
for (const [name, content] of files) {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 12)
  const end = extname(name)
  const built = `${basename(name, end)}.${digest}${end}`
  await writeFile(join(output, built), content)
  lines.push(`${name} ${built}\n`)
}
await writeFile(join(output, 'manifest.new'), lines.join(''))
await rename(join(output, 'manifest.new'), join(output, 'manifest'))
