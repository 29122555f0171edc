// One visitor makes the site work hard in each of the ways that have stopped it; meanwhile others read
// pages. Each attack has bounded work, goes on until all of it is answered, and prints what the others
// saw. The limits of the web server by address are lifted here: what holds is the site itself.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { after, before, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { env, root, sql, student } from '../browser/support/site.mjs'
import { logIn } from '../journeys/account_steps.mjs'
import { startApplication } from '../journeys/application_steps.mjs'
import { accountHolder } from '../journeys/people.mjs'

// ---- visitors without a browser ------------------------------------------------------------------

// As a browser sends them back. Debian's Node joins the lines by commas, which none of ours holds but in
// a date.
const cookiesOf = (answer) =>
  (answer.headers.get('set-cookie') ?? '').split(/, (?=[\w-]+=)/).map((line) => line.split(';')[0])

// Opens a form and gives what posting it needs.
async function openForm(path, cookie = '') {
  const answer = await fetch(student(path), { headers: { cookie } })
  const page = await answer.text()
  const cookies = cookiesOf(answer)
  const fields = new URLSearchParams()
  for (const [tag] of page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    if (name) fields.set(name, /value="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  return { fields, cookie: [cookie, ...cookies].filter(Boolean).join('; ') }
}

const post = (path, cookie, body) =>
  fetch(student(path), { method: 'POST', headers: { cookie }, body, redirect: 'manual' })

const timesOf = (values) => {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
  return { pages: sorted.length, p50: Math.round(at(0.5)), p99: Math.round(at(0.99)) }
}

// Four visitors read the login page and the to-do page, one page after the other, until `attack` is
// over; every answer must be the page.
async function others(name, cookie, attack) {
  const took = []
  let over = false
  const readers = Array.from({ length: 4 }, async (_, reader) => {
    while (!over) {
      const start = performance.now()
      const answer = await fetch(student(reader % 2 ? '/todo' : '/login'), { headers: { cookie: reader % 2 ? cookie : '' } })
      const page = await answer.text()
      assert.equal(answer.status, 200, `${name}: a page is answered`)
      assert.match(page, /<h1/)
      took.push(performance.now() - start)
    }
  })
  const start = performance.now()
  const attacked = attack().finally(() => (over = true))
  const [result] = await Promise.all([attacked, ...readers])
  console.log(`${name}: ${Math.round(performance.now() - start)} ms,`, timesOf(took))
  assert.ok(took.length >= 4)
  return result
}

const count = (values) =>
  values.reduce((sums, value) => ({ ...sums, [value]: (sums[value] ?? 0) + 1 }), {})

// ---- the attacker has an account -----------------------------------------------------------------

let folder, reader, attacker, draft

before(async () => {
  folder = mkdtempSync(`${tmpdir()}/permit-attack-`)
  execFileSync('/usr/bin/python3', ['-B', `${root}tests/attack/harmful_files.py`, folder])
  const cookieOf = async (me) =>
    (await me.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const quiet = { ...(await visitor({})), name: 'attack-reader', step: 0 }
  await logIn(quiet, accountHolder('chen.zimo'))
  reader = await cookieOf(quiet)
  const one = { ...(await visitor({})), name: 'attacker', step: 0 }
  const person = accountHolder('lin.xiaoyu')
  await logIn(one, person)
  await startApplication(one, person)
  draft = new URL(one.page.url()).pathname.replace(/.*individual/, '')
  attacker = await cookieOf(one)
})

after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await closeBrowser()
})

async function sendFiles(name, type, slots) {
  const { fields } = await openForm(draft, attacker)
  const form = new FormData()
  for (const [field, value] of fields) form.append(field, value)
  form.append('do', 'save')
  const bytes = readFileSync(`${folder}/${name}`)
  for (const slot of slots) form.append(slot, new Blob([bytes], { type }), name)
  const answer = await post(draft, attacker, form)
  return { status: answer.status, page: await answer.text() }
}

const PICTURES = ['single-permit', 'single-permit', 'health-certificate', 'health-certificate',
  'travel-document', 'travel-document', 'other', 'other']

test('quiet, to compare with', () =>
  others('quiet', reader, () => new Promise((resolve) => setTimeout(resolve, 1000))))

test('pictures of sixty million pixels', async () => {
  const answers = await others('pictures', reader, () =>
    Promise.all(Array.from({ length: 4 }, () => sendFiles('wide.png', 'image/png', PICTURES))))
  console.log(count(answers.map(({ status }) => status)))
  for (const { status } of answers) assert.equal(status, 422, 'refused on the page of the form')
})

test('papers that unpack to a gigabyte', async () => {
  const answers = await others('papers', reader, () =>
    Promise.all(Array.from({ length: 4 }, () =>
      sendFiles('deep.pdf', 'application/pdf', PICTURES.slice(0, 4)))))
  console.log(count(answers.map(({ status }) => status)))
  for (const { status } of answers) assert.equal(status, 422)
})

test('sixty-four forgotten passwords at once', async () => {
  const forms = await Promise.all(Array.from({ length: 64 }, () => openForm('/forgot-password')))
  const answers = await others('forgotten passwords', reader, () =>
    Promise.all(forms.map(async ({ fields, cookie }, each) => {
      fields.set('login_name', `nobody${each}`)
      return (await post('/forgot-password', cookie, fields)).status
    })))
  const statuses = count(answers)
  console.log(statuses)
  assert.ok(statuses[429] > 0, 'the attacker is limited')
  assert.ok((statuses[303] ?? 0) <= 30)
})

test('two hundred logins at once', async () => {
  const forms = await Promise.all(Array.from({ length: 200 }, () => openForm('/login?way=code')))
  const answers = await others('logins', reader, () =>
    Promise.all(forms.map(async ({ fields, cookie }, each) => {
      fields.set('login_name', `nobody${each}`)
      fields.set('password', 'Mountain-7-river')
      fields.set('with_code', 'yes')
      fields.set('code', '12345678')
      return (await post('/login', cookie, fields)).status
    })))
  const statuses = count(answers)
  console.log(statuses)
  assert.ok(statuses[429] > 0, 'the attacker is limited')
})

test('a row that somebody keeps locked', async () => {
  const person = accountHolder('lin.xiaoyu')
  const { fields } = await openForm(draft, attacker)
  fields.set('do', 'save')
  const status = await others('a lock', reader, async () => {
    const id = sql(`SELECT id FROM account WHERE login_name = '${person.login}'`)[0].id
    assert.ok(id)
    return lockAnd(`SELECT id FROM draft WHERE account_id = ${id} FOR UPDATE`,
      async () => (await post(draft, attacker, fields)).status)
  })
  assert.equal(status, 503, 'the one who waits is told')
})

// Holds the lock of the statement while the work is done.
async function lockAnd(statement, work) {
  const { spawn } = await import('node:child_process')
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
