// One visitor makes the site work hard in each of the ways that have stopped it, from one address and
// from many of one network; meanwhile others read pages. What the others saw is printed. The limits of
// the web server by address are lifted here: what holds is the site itself.
//
// Each attack has bounded work and goes on until all of it is answered. With ATTACK_SECONDS (see
// tests/attack/run) it is begun anew for as long, and what the others saw is asserted.

import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { after, before, test } from 'node:test'
import { Worker } from 'node:worker_threads'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { env, root, sql, student } from '../browser/support/site.mjs'
import { logIn } from '../journeys/account_steps.mjs'
import { startApplication } from '../journeys/application_steps.mjs'
import { accountHolder } from '../journeys/people.mjs'

const SECONDS = Number(process.env.ATTACK_SECONDS ?? 0)

// ---- where attacks come from ---------------------------------------------------------------------

// A network of this run, of the range for private ones. Only root can give it to this machine.
const PREFIX = `fd5a:7e57:${(process.pid & 0xffff).toString(16)}:${(process.pid >> 16).toString(16)}::`
const NETWORK = Array.from({ length: 80 }, (_, each) => PREFIX + (each + 1).toString(16))
const hasIPv6 = existsSync('/proc/net/if_inet6') && process.getuid() === 0

function changeAddresses(verb) {
  const lines = NETWORK.map((address) => `address ${verb} ${address}/128 dev lo\n`)
  execFileSync('ip', ['-6', '-batch', '-'], { input: lines.join('') })
}

const ONE = { name: 'one address', addresses: ['127.0.0.1'] }
const MANY = { name: 'eighty addresses', addresses: NETWORK }
const origins = hasIPv6 ? [ONE, MANY] : [ONE]

// An attack from each of the origins; the counters of one do not stand against the next.
function attack(name, work) {
  for (const origin of origins) {
    test(`${name}, from ${origin.name}`, async () => {
      sql('DELETE FROM rate_counter')
      await work(`${name}, ${origin.name}`, (each) => origin.addresses[each % origin.addresses.length])
    })
  }
  if (!hasIPv6) test(`${name}, from eighty addresses`, { skip: 'needs root and IPv6' })
}

// ---- visitors without a browser ------------------------------------------------------------------

// One request from an address of this machine, by a connection of its own.
function ask(from, method, path, { cookie = '', type, body } = {}) {
  const { port } = new URL(env.BASE_URL)
  const headers = { host: `localhost:${port}`, cookie, connection: 'close' }
  if (body) Object.assign(headers, { 'content-type': type, 'content-length': body.length })
  return new Promise((resolve, reject) => {
    const request = http.request({
      host: from.includes(':') ? '::1' : '127.0.0.1', port, localAddress: from, agent: false, method, headers,
      path: new URL(student(path)).pathname + new URL(student(path)).search,
    }, async (answer) => {
      const parts = []
      for await (const part of answer) parts.push(part)
      resolve({ status: answer.statusCode, headers: answer.headers, page: Buffer.concat(parts).toString() })
    })
    request.on('error', reject)
    request.end(body)
  })
}

// Opens a form and gives what posting it needs.
async function openForm(from, path, cookie = '') {
  const { page, headers } = await ask(from, 'GET', path, { cookie })
  const cookies = (headers['set-cookie'] ?? []).map((line) => line.split(';')[0])
  // A page may hold other forms, whose fields this one does not have.
  const action = `action="${new URL(student(path)).pathname}"`
  const form = page.split('<form').find((part) => part.includes(action))?.split('</form>')[0]
  const fields = new URLSearchParams()
  for (const [tag] of (form ?? page).matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    if (name) fields.set(name, /value="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  return { fields, cookie: [cookie, ...cookies].filter(Boolean).join('; ') }
}

// `body`: URLSearchParams or FormData.
async function post(from, path, cookie, body) {
  const whole = new Response(body)
  const answer = await ask(from, 'POST', path,
    { cookie, type: whole.headers.get('content-type'), body: Buffer.from(await whole.arrayBuffer()) })
  if (answer.status === 503) assert.ok(answer.headers['retry-after'], 'who is put off is told for how long')
  return answer
}

const timesOf = (values) => {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
  return { pages: sorted.length, p50: Math.round(at(0.5)), p99: Math.round(at(0.99)) }
}

let quiet

// Others read pages until `work` is over; every answer must be the page. `work` is given how many pages
// they have read so far.
async function others(name, work) {
  let read = 0
  const readers = new Worker(new URL('readers.mjs', import.meta.url), {
    workerData: { name, login: student('/login'), todo: student('/todo'), cookie: reader } })
  const ended = new Promise((resolve, reject) => {
    readers.on('message', (said) => (said === 'page' ? ++read : resolve(said)))
    readers.on('error', reject)
  })
  const start = performance.now()
  const results = []
  const attacked = (async () => {
    do results.push(await work(() => read))
    while (performance.now() - start < SECONDS * 1000)
  })().finally(() => readers.postMessage('over'))
  const [took] = await Promise.all([ended, attacked])
  const seen = timesOf(took)
  console.log(`${name}: ${Math.round(performance.now() - start)} ms,`, seen)
  assert.ok(took.length >= 4)
  if (SECONDS > 0 && quiet) {
    assert.ok(seen.p99 < 1000, `${name}: the others wait less than a second`)
    assert.ok(seen.p99 < 3 * quiet.p99, `${name}: and less than three times as long as in quiet`)
  }
  return { seen, answers: results.flat() }
}

const count = (values) =>
  values.reduce((sums, value) => ({ ...sums, [value]: (sums[value] ?? 0) + 1 }), {})

// ---- the attacker has an account -----------------------------------------------------------------

let folder, reader, attacker, draft

before(async () => {
  if (hasIPv6) changeAddresses('replace')
  folder = mkdtempSync(`${tmpdir()}/permit-attack-`)
  execFileSync('/usr/bin/python3', ['-B', `${root}tests/attack/harmful_files.py`, folder])
  const cookieOf = async (me) =>
    (await me.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const calm = { ...(await visitor({})), name: 'attack-reader', step: 0 }
  await logIn(calm, accountHolder('chen.zimo'))
  reader = await cookieOf(calm)
  const one = { ...(await visitor({})), name: 'attacker', step: 0 }
  const person = accountHolder('lin.xiaoyu')
  await logIn(one, person)
  await startApplication(one, person)
  draft = new URL(one.page.url()).pathname.replace(/.*individual/, '')
  attacker = await cookieOf(one)
})

after(async () => {
  if (hasIPv6) changeAddresses('delete')
  rmSync(folder, { recursive: true, force: true })
  await closeBrowser()
})

async function sendFiles(from, name, type, slots) {
  const { fields } = await openForm(from, draft, attacker)
  const form = new FormData()
  for (const [field, value] of fields) form.append(field, value)
  form.append('do', 'save')
  const bytes = readFileSync(`${folder}/${name}`)
  for (const slot of slots) form.append(slot, new Blob([bytes], { type }), name)
  return (await post(from, draft, attacker, form)).status
}

const PICTURES = ['single-permit', 'single-permit', 'health-certificate', 'health-certificate',
  'travel-document', 'travel-document', 'other', 'other']

test('quiet, to compare with', async () => {
  const { seen } = await others('quiet', () => new Promise((resolve) => setTimeout(resolve, 1000)))
  quiet = seen
})

// Four requests at once, of which every file is refused on the page of the form.
async function fourTimes(name, from, ...files) {
  const { answers } = await others(name, () =>
    Promise.all(Array.from({ length: 4 }, (_, each) => sendFiles(from(each), ...files))))
  console.log(count(answers))
  for (const status of answers) assert.equal(status, 422)
}

attack('eight pictures of sixty million pixels', (name, from) =>
  fourTimes(name, from, 'wide.png', 'image/png', PICTURES))

attack('four papers that unpack to a gigabyte', (name, from) =>
  fourTimes(name, from, 'deep.pdf', 'application/pdf', PICTURES.slice(0, 4)))

attack('sixty-four forgotten passwords at once', async (name, from) => {
  const forms = await Promise.all(Array.from({ length: 64 }, (_, each) => openForm(from(each), '/forgot-password')))
  const { answers } = await others(name, () =>
    Promise.all(forms.map(async ({ fields, cookie }, each) => {
      fields.set('act', crypto.randomUUID())
      fields.set('login_name', `nobody${each}`)
      return (await post(from(each), '/forgot-password', cookie, fields)).status
    })))
  const statuses = count(answers)
  console.log(statuses)
  assert.ok(statuses[429] > 0, 'the attacker is limited')
  assert.ok((statuses[303] ?? 0) <= 30 * (1 + Math.ceil(SECONDS / 600)))
})

async function tryLogin(from, { fields, cookie }, each) {
  const body = new URLSearchParams(fields)
  body.set('login_name', `nobody${each}`)
  body.set('password', 'Mountain-7-river')
  body.set('with_code', 'yes')
  body.set('code', '12345678')
  return (await post(from, '/login', cookie, body)).status
}

attack('two hundred logins at once', async (name, from) => {
  const forms = await Promise.all(Array.from({ length: 200 }, (_, each) => openForm(from(each), '/login?way=code')))
  const { answers } = await others(name, () =>
    Promise.all(forms.map((form, each) => tryLogin(from(each), form, each))))
  const statuses = count(answers)
  console.log(statuses)
  assert.ok(statuses[429] > 0, 'the attacker is limited')
})

attack('forty logins a second', async (name, from) => {
  const forms = await Promise.all(Array.from({ length: 80 }, (_, each) => openForm(from(each), '/login?way=code')))
  const { answers } = await others(name, async () => {
    const tries = []
    for (let each = 0; each < 120; ++each) {
      tries.push(tryLogin(from(each), forms[each % forms.length], each))
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    return Promise.all(tries)
  })
  const statuses = count(answers)
  console.log(statuses)
  assert.ok(statuses[429] > 0, 'the attacker is limited')
  // Workers that look at the same time see the same count.
  assert.ok((statuses[422] ?? 0) <= 64 * (1 + Math.ceil(SECONDS / 600)), 'after sixty failures')
})

attack('a row that somebody keeps locked', async (name, from) => {
  const person = accountHolder('lin.xiaoyu')
  const { fields } = await openForm(from(0), draft, attacker)
  fields.set('do', 'save')
  const { answers } = await others(name, async () => {
    const id = sql(`SELECT id FROM account WHERE login_name = '${person.login}'`)[0].id
    assert.ok(id)
    return lockAnd(`SELECT id FROM draft WHERE account_id = ${id} FOR UPDATE`, () =>
      Promise.all([0, 1, 2, 3].map(async (each) => (await post(from(each), draft, attacker, fields)).status)))
  })
  console.log(count(answers))
  for (const status of answers) assert.equal(status, 503, 'the one who waits is told')
})

// ---- slow clients ----------------------------------------------------------------------------------

// A connection that sends `start` and then a byte whenever it is told to; `closed` once the server has
// had enough.
function slowClient(from, start, reads = true) {
  const socket = net.connect({
    host: from.includes(':') ? '::1' : '127.0.0.1', port: new URL(env.BASE_URL).port, localAddress: from })
  const client = { socket, closed: false, send: (byte) => client.closed || socket.write(byte) }
  socket.on('error', () => {})
  socket.on('close', () => (client.closed = true))
  if (reads) socket.resume()
  else socket.pause()
  socket.write(start)
  return client
}

const SLOW_CLIENTS = 200
const PAGES_MEANWHILE = 40

// Two hundred of them stay while the others read; of what they send next, each gets a byte a round.
async function stayOn(name, from, start, reads) {
  const clients = Array.from({ length: SLOW_CLIENTS }, (_, each) => slowClient(from(each), start, reads))
  try {
    await others(name, async (pages) => {
      const until = pages() + PAGES_MEANWHILE
      while (pages() < until) {
        for (const client of clients) client.send('x')
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    })
    const open = clients.filter(({ closed }) => !closed).length
    console.log(`${name}: ${open} of ${SLOW_CLIENTS} still there`)
    return open
  } finally {
    for (const { socket } of clients) socket.destroy()
  }
}

const HEAD = 'Host: localhost\r\nCookie: lang=en\r\n'
const LOGIN = '/coa-frontend/china-student/individual/login'

attack('two hundred slow heads', async (name, from) => {
  const open = await stayOn(name, from, `GET ${LOGIN} HTTP/1.1\r\n${HEAD}X-Slow: `, true)
  if (SECONDS >= 20) assert.equal(open, 0, 'a head has fifteen seconds')
})

attack('two hundred slow bodies', (name, from) =>
  stayOn(name, from, `POST ${LOGIN} HTTP/1.1\r\n${HEAD}Content-Type: application/x-www-form-urlencoded\r\n` +
    'Content-Length: 60000\r\n\r\n', true))

attack('two hundred slow readers', (name, from) =>
  stayOn(name, from, `GET ${LOGIN} HTTP/1.1\r\n${HEAD}\r\n`.repeat(5), false))

// Holds the lock of the statement while the work is done.
async function lockAnd(statement, work) {
  const client = spawn('mariadb', ['--no-defaults', `--socket=${env.DB_SOCKET}`,
    `--user=${env.DB_USER}`, '--batch', '--unbuffered', env.DB_NAME], { stdio: ['pipe', 'pipe', 'inherit'] })
  client.stdin.write(`START TRANSACTION; ${statement};\n`)
  await new Promise((resolve) => client.stdout.once('data', resolve))
  try {
    return await work()
  } finally {
    client.stdin.end('ROLLBACK;\n')
    await new Promise((resolve) => client.on('exit', resolve))
  }
}
