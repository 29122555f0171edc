// ./serve as its user sees it: up, down, up again on the same data, two side by side, and nothing
// left behind however it ends.

import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { test } from 'node:test'
import { readEnv, until } from '../browser/support/site.mjs'

const root = new URL('../../', import.meta.url).pathname

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

const begun = [] // every Serve of this file

// Gone with the test, when those that run in it have ended.
function folder(t) {
  const data = mkdtempSync(`${tmpdir()}/permit-serve-`)
  t.after(async () => {
    for (const serve of begun.filter((one) => one.data === data)) {
      serve.child.kill('SIGTERM')
      await serve.ended
    }
    rmSync(data, { recursive: true, force: true })
  })
  return data
}

class Serve {
  constructor(data, port) {
    this.data = data
    this.words = ''
    this.child = spawn(`${root}serve`, ['--no-install', `--data=${data}`, `--port=${port}`],
      { stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.on('data', (text) => (this.words += text))
    }
    this.ended = new Promise((resolve) =>
      this.child.on('close', (code, signal) => resolve(code ?? signal)))
    begun.push(this)
  }

  async up() {
    const early = this.ended.then((code) => assert.fail(`ended with ${code}: ${this.words}`))
    early.catch(() => {})
    await Promise.race([early, until('serve.env', () => existsSync(`${this.data}/serve.env`), 120)])
    return readEnv(`${this.data}/serve.env`)
  }
}

// Command lines and children of those that name the folder; a title written over by nginx names it too.
function running(data) {
  return execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n').filter((line) => line.includes(data))
}

const login = (env) => fetch(`${env.BASE_URL}/coa-frontend/china-student/individual/login`)
const query = (env, statement) =>
  execFileSync('mariadb', ['--no-defaults', `--socket=${env.DB_SOCKET}`, `--user=${env.DB_USER}`,
    '--skip-column-names', '--batch', env.DB_NAME, `--execute=${statement}`], { encoding: 'utf8' })

test('it comes up, goes away on SIGTERM, and goes on with its data', async (t) => {
  const data = folder(t)
  const port = await freePort()
  const first = new Serve(data, port)
  const env = await first.up()
  assert.equal((await login(env)).status, 200)
  assert.equal(Number(env.PID), first.child.pid)
  assert.match(first.words, new RegExp(`http://localhost:${port}/`))
  execFileSync('/bin/bash', ['-c', `${env.PERMITCTL} schema status`])
  query(env, "INSERT INTO counter (name, year, value) VALUES ('kept', 2000, 7)")

  const second = new Serve(data, await freePort())
  assert.equal(await second.ended, 1)
  assert.match(second.words, /another .\/serve runs/)
  assert.equal((await login(env)).status, 200)

  first.child.kill('SIGTERM')
  assert.equal(await first.ended, 0, first.words)
  assert.deepEqual(running(data), [])
  assert.equal(existsSync(`${data}/serve.env`), false)

  const again = new Serve(data, port)
  assert.equal(query(await again.up(), "SELECT value FROM counter WHERE name = 'kept'"), '7\n')
})

test('two run side by side and one leaves the other alone', async (t) => {
  const left = new Serve(folder(t), await freePort())
  const right = new Serve(folder(t), await freePort())
  const [leftEnv, rightEnv] = [await left.up(), await right.up()]
  assert.notEqual(leftEnv.BANK_URL, rightEnv.BANK_URL)
  left.child.kill('SIGTERM')
  await left.ended
  assert.equal((await login(rightEnv)).status, 200)
})

test('killed with no chance to tidy up, it takes everything with it', async (t) => {
  const data = folder(t)
  const serve = new Serve(data, await freePort())
  await serve.up()
  serve.child.kill('SIGKILL')
  await serve.ended
  await until('its children to end', () => running(data).length === 0)
})

test('a failing step is named with its reason', async (t) => {
  const taken = createServer((socket) => socket.end('HTTP/1.0 200 OK\r\n\r\n'))
  await new Promise((resolve) => taken.listen(0, '127.0.0.1', resolve))
  t.after(() => taken.close())
  const data = folder(t)
  const serve = new Serve(data, taken.address().port)
  assert.equal(await serve.ended, 1)
  assert.match(serve.words, /step failed: take port/)
  assert.deepEqual(running(data), [])

  const broken = folder(t)
  writeFileSync(`${broken}/database`, 'no folder')
  const other = new Serve(broken, await freePort())
  assert.equal(await other.ended, 1)
  assert.match(other.words, /step failed: .*database/)
  assert.match(other.words, new RegExp(`log: +${broken}/log/`))
  assert.ok(readFileSync(`${broken}/log/make_database.log`, 'utf8').length > 0)
})
