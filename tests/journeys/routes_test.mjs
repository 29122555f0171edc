// Every row of the site map, walked by those who have no business there: a stranger, another
// student, and anybody without the form's token.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { env, permitctl, RowWatch, sql } from '../browser/support/site.mjs'
import { activate, arrive, logIn, register } from './account_steps.mjs'
import { apply, handIn, send, startApplication } from './application_steps.mjs'
import { approve, payByCard } from './money.mjs'
import { someoneWhoMayExchange } from './people.mjs'

after(closeBrowser)

function routes() {
  const lines = permitctl('route', 'list').trim().split('\n').slice(1)
  return lines.map((line) => {
    const [method, path, access] = line.trim().split(/\s+/)
    return { method, path, access, name: `${method} ${path}` }
  })
}

const owner = { name: 'owner' }
const other = { name: 'other' }
let receipt
const known = {}

async function comeIn(who) {
  Object.assign(who, await visitor({}), { person: someoneWhoMayExchange() })
  await arrive(who)
  await register(who, who.person)
  await activate(who, who.person)
  await logIn(who, who.person)
}

// What of the owner's stands behind each name of a path.
function ownersThings() {
  const one = (statement) => Object.values(sql(statement)[0])[0]
  const caseId = `(SELECT id FROM application_case WHERE receipt_number = '${receipt}')`
  Object.assign(known, {
    receipt,
    service: 'exchange',
    group: one(`SELECT g.number FROM case_group g JOIN application_case c ON c.group_id = g.id
      WHERE c.receipt_number = '${receipt}'`),
    reference: one(`SELECT reference FROM payment p JOIN payment_case c ON c.payment_id = p.id
      WHERE c.case_id = ${caseId}`),
    draft: one(`SELECT d.id FROM draft d JOIN account a ON a.id = d.account_id
      WHERE a.login_name = '${owner.person.login}'`),
    draftFile: one(`SELECT u.id FROM upload u JOIN draft d ON d.id = u.draft_id
      JOIN account a ON a.id = d.account_id WHERE a.login_name = '${owner.person.login}'`),
    caseFile: one(`SELECT id FROM upload WHERE case_id = ${caseId}`),
    receiptPaper: one(`SELECT r.number FROM receipt r JOIN payment_case c USING (payment_id)
      WHERE c.case_id = ${caseId}`),
    announcement: one('SELECT id FROM announcement LIMIT 1'),
  })
}

function fill(path) {
  const things = [
    [/\/apply\/drafts\/\{id\}/, `/apply/drafts/${known.draft}`],
    [/(\/drafts\/[^{]*\/files)\/\{[a-z]+\}/, `$1/${known.draftFile}`],
    [/\/cases\/\{receipt\}/, `/cases/${receipt}`],
    [/(\/cases\/[^{]*\/files)\/\{[a-z]+\}/, `$1/${known.caseFile}`],
    [/\/permits\/\{[a-z]+\}/, `/permits/${receipt}`],
    [/\/receipts\/\{[a-z]+\}/, `/receipts/${known.receiptPaper}`],
    [/\/announcements\/\{[a-z]+\}/, `/announcements/${known.announcement}`],
    [/\{receipt\}/, receipt], [/\{group\}/, known.group], [/\{reference\}/, known.reference],
    [/\{service\}/, 'exchange'], [/\{section\}/, 'photo'], [/\{number\}/, receipt],
    [/\{token\}/, 'A'.repeat(43)], [/\{id\}/, '00000000-0000-4000-8000-000000000000'],
  ]
  return things.reduce((text, [pattern, value]) => text.replace(pattern, value), path)
}

const isOwners = (path) => /\{(receipt|group|reference|number)\}|\/drafts\/\{id\}/.test(path)
// What the bank sends, or has the browser send: their word alone changes nothing.
const isTheBanks = (path) => /\/payment\/(notice|\{reference\}\/return)$/.test(path)

async function ask(who, { method, path }, form) {
  const options = { maxRedirects: 0, method }
  if (method === 'POST') options.form = form ?? {}
  if (who) return who.context.request.fetch(env.BASE_URL + fill(path), options)
  const answer = await fetch(env.BASE_URL + fill(path), {
    method, redirect: 'manual', body: method === 'POST' ? new URLSearchParams(form) : undefined })
  return { status: () => answer.status, headers: () => Object.fromEntries(answer.headers),
    text: () => answer.text() }
}

const tokenOf = (who) => who.page.locator('input[name=csrf]').first().inputValue()

before(async () => {
  await comeIn(owner)
  await apply(owner, owner.person)
  receipt = await send(owner, owner.person)
  await approve(owner, owner.person, receipt)
  await payByCard(owner, owner.person, receipt)
  await startApplication(owner, secondPermitOf(owner))
  await handIn(owner)
  await comeIn(other)
  ownersThings()
})

// The owner gets a second single-entry permit, newer than the one that was issued, so that a draft
// stands beside the case.
function secondPermitOf({ person }) {
  sql(`INSERT INTO entry_permit (number, kind, applicant_id, issued_on, expires_on, stay_until,
      entered_on, status, loaded_at)
    SELECT '900000000001', kind, applicant_id, CURRENT_DATE + INTERVAL 1 DAY, expires_on, stay_until, entered_on,
      'valid', loaded_at FROM entry_permit WHERE number = '${person.permit}'`)
  return { ...person, permit: '900000000001' }
}

test('a stranger is sent to the login page by every page that is not public', async (t) => {
  for (const route of routes().filter(({ access }) => access === 'student')) {
    await t.test(route.name, async () => {
      const answer = await ask(null, route)
      assert.ok([303, 403].includes(answer.status()), `${answer.status()}`)
      if (answer.status() === 303) assert.match(answer.headers().location, /\/individual\/login/)
      if (route.method === 'GET') assert.equal(answer.status(), 303)
    })
  }
})

test("another student's things are not there", async (t) => {
  const token = await tokenOf(other)
  const rows = new RowWatch()
  for (const route of routes().filter(({ path }) => isOwners(path) && !isTheBanks(path))) {
    await t.test(route.name, async () => {
      const act = route.path.includes('/drafts/') ? known.draft : crypto.randomUUID()
      const form = { csrf: token, act }
      const answer = await ask(other, route, form)
      assert.equal(answer.status(), 404, await answer.text())
      const own = route.method === 'GET' ? await ask(owner, route) : null
      if (own) assert.notEqual(own.status(), 500)
    })
  }
  assert.deepEqual(rows.changes(), {})
})

test("the owner's own things are there", async (t) => {
  for (const route of routes().filter(({ method, path }) => method === 'GET' && isOwners(path))) {
    await t.test(route.name, async () => {
      const answer = await ask(owner, route)
      assert.ok(answer.status() < 500, `${answer.status()}`)
      // A case that was not returned has nothing to correct, a payment by card no slip.
      if (!/\/corrections\/|slip\.pdf$/.test(route.path)) assert.notEqual(answer.status(), 404)
    })
  }
})

test('no POST is taken without the token, or with that of another', async (t) => {
  const rows = new RowWatch()
  const strange = await tokenOf(other)
  for (const route of routes().filter(({ method, path }) => method === 'POST' && !isTheBanks(path))) {
    await t.test(route.name, async () => {
      for (const form of [{}, { csrf: '' }, { csrf: strange }, { csrf: 'x'.repeat(43) }]) {
        const answer = await ask(owner, route, { act: crypto.randomUUID(), ...form })
        assert.equal(answer.status(), 403, `with ${JSON.stringify(form)}`)
      }
    })
  }
  assert.deepEqual(rows.changes(), {})
})

test("the bank's own addresses need no token, and believe nobody", async (t) => {
  const rows = new RowWatch()
  for (const route of routes().filter(({ path }) => isTheBanks(path))) {
    await t.test(route.name, async () => {
      const answer = await ask(null, route, { MerchantTradeNo: known.reference, RtnCode: '1' })
      assert.ok(answer.status() < 500, `${answer.status()}`)
      assert.doesNotMatch(await answer.text(), /1\|OK/)
      if (answer.status() === 303) assert.match(answer.headers().location, /\/individual\/payment\//)
    })
  }
  assert.deepEqual(rows.changes(), {})
})

test('an address that is not on the map is not there, another method is refused', async () => {
  for (const path of ['/coa-frontend/nowhere', '/coa-frontend/china-student/individual/todo/x', '/x']) {
    assert.equal((await fetch(env.BASE_URL + path)).status, 404, path)
  }
  for (const path of ['/coa-frontend/healthz', '/coa-frontend/student/entry']) {
    assert.equal((await fetch(env.BASE_URL + path, { method: 'POST' })).status, 405, path)
  }
})
