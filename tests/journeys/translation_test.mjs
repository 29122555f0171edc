// A translator changes a sentence of the running site, by the commands of locale/README.md.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { after, before, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { env, processes, root, student, until } from '../browser/support/site.mjs'
import { look } from './steps.mjs'

const CATALOG = 'locale/zh_TW/account.po'
const MESSAGE = 'Log in to your account'
const WORDS = '帳號登入'
const README = readFileSync(`${root}locale/README.md`, 'utf8')
const REBUILD = 'cmake --build build/serve --target catalogs pot'
const CHECK = 'python3 tests/lint/catalogs.py build/serve/locale'

const settings = `${dirname(env.PERMITCTL)}/permit.toml`
const ownSettings = readFileSync(settings, 'utf8')
// The parts of the tree that a translator's commands touch, in a folder where they may be changed.
const tree = mkdtempSync(`${tmpdir()}/permit-translator-`)

const shell = (command) => spawnSync('/bin/bash', ['-c', command], { cwd: tree, encoding: 'utf8' })

function byTheReadme(command) {
  assert.ok(README.includes(command), `locale/README.md says: ${command}`)
  const { status, stdout, stderr } = shell(command)
  return { status, words: stdout + stderr }
}

// Writes the sentence's translation into the catalog and puts the catalogs together again.
function translate(text) {
  const entry = (words) => `msgid "${MESSAGE}"\nmsgstr "${words}"\n`
  const original = readFileSync(`${root}${CATALOG}`, 'utf8')
  assert.ok(original.includes(entry(WORDS)))
  writeFileSync(`${tree}/${CATALOG}`, original.replace(entry(WORDS), entry(text)))
  const { status, words } = byTheReadme(REBUILD)
  assert.equal(status, 0, words)
}

const master = () => processes(/permit-web(?!.*--pool)/).find(({ parent }) => parent === Number(env.PID))

function reload(text = readFileSync(settings, 'utf8')) {
  writeFileSync(settings, text)
  process.kill(master().pid, 'SIGHUP')
}

async function heading(language) {
  const answer = await fetch(student(`/login?lang=${language}`))
  return /<h1[^>]*>([^<]*)</.exec(await answer.text())[1]
}

const shows = (language, text) =>
  until(`the page to say ${text}`, async () => await heading(language) === text)

before(() => {
  const kept = (from) => !/node_modules|\/static(\/|$)/.test(from)
  for (const part of ['locale', 'views', 'handlers', 'tests/lint']) {
    cpSync(`${root}${part}`, `${tree}/${part}`, { recursive: true, filter: kept })
  }
  writeFileSync(`${tree}/CMakeLists.txt`,
    'cmake_minimum_required(VERSION 3.25)\nproject(catalogs NONE)\nadd_subdirectory(locale)\n')
  const { status, stderr } = shell('cmake -S . -B build/serve -G Ninja')
  assert.equal(status, 0, stderr)
})

after(async () => {
  reload(ownSettings)
  await shows('zh-TW', WORDS)
  rmSync(tree, { recursive: true })
  await closeBrowser()
})

test('a changed sentence is on the page after a reload, and only there', async () => {
  translate('登入您的帳號')
  reload(ownSettings.replace(/^locale_dir = .*$/m, `locale_dir = "${tree}/build/serve/locale"`))
  await shows('zh-TW', '登入您的帳號')
  assert.equal(await heading('en'), MESSAGE)
  assert.equal(byTheReadme(CHECK).status, 0)
  const me = { ...(await visitor({ width: 390 })), name: 'translated', step: 0 }
  await me.page.goto(student('/login?lang=zh-TW'))
  await look(me, 'login')
  await me.context.close()
})

test('a sentence left out falls back to its original, and the check names it', async () => {
  translate('')
  reload()
  await shows('zh-TW', MESSAGE)
  const { status, words } = byTheReadme(CHECK)
  assert.equal(status, 1)
  assert.match(words, /zh_TW: 'Log in to your account' is missing/)
})

test('a translation with a marker that its message has not is refused; the site goes on', async () => {
  translate('登入您的帳號')
  reload()
  await shows('zh-TW', '登入您的帳號')
  const log = `${env.LOG_DIR}/web.log`
  const said = readFileSync(log, 'utf8').length
  translate('登入 {{NAME}}')
  reload()
  await until('the refusal in the log', () => /reload-failed/.test(readFileSync(log, 'utf8').slice(said)))
  assert.equal(await heading('zh-TW'), '登入您的帳號')
  const { status, words } = byTheReadme(CHECK)
  assert.equal(status, 1)
  assert.match(words, /'Log in to your account' has other markers/)
})
