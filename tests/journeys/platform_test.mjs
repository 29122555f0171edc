// A student pays through the e-Government platform: with scripts and without, in both languages, on
// a phone and on a desk. The platform is down at first, takes the money, and takes it back later;
// another pays by a slip whose settlement is put into the watched folder.

import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { after, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { env, permitctl, sql, student, until } from '../browser/support/site.mjs'
import { look, press, says, takeStep } from './steps.mjs'
import { codes, settlementFile } from './documents.mjs'
import { fetchPdf } from './money.mjs'

after(closeBrowser)

let serial = 90000

// An approved case of a sample student, and its group, as the review leaves them.
function approvedCase(account, service, fee) {
  const receipt = `1156952${++serial}`, group = `15697${serial - 89000}`
  // A permit has one open case.
  sql(`INSERT INTO entry_permit (number, kind, applicant_id, issued_on, expires_on, stay_until,
    entered_on, loaded_at) SELECT '1136952${serial}', 'multiple', applicant_id, CURDATE(),
    CURDATE() + INTERVAL 1 YEAR, CURDATE() + INTERVAL 1 YEAR, CURDATE(), UTC_TIMESTAMP()
    FROM account WHERE id = ${account}`)
  const [{ id }] = sql(`SELECT id FROM entry_permit WHERE number = '1136952${serial}'`)
  sql(`INSERT INTO case_group (number, account_id, created_at)
    VALUES ('${group}', ${account}, UTC_TIMESTAMP())`)
  sql(`INSERT INTO application_case (receipt_number, group_id, account_id, applicant_id, service,
    permit_id, state, fee, form, submitted_at, state_since) SELECT '${receipt}',
    (SELECT id FROM case_group WHERE number = '${group}'), id, applicant_id, '${service}', ${id},
    'awaiting-payment', ${fee}, '{}', UTC_TIMESTAMP(), UTC_TIMESTAMP() FROM account
    WHERE id = ${account}`)
  return { receipt, group }
}

// Somebody who has logged in.
async function student_with(account, name, options) {
  const me = { ...(await visitor(options)), name, step: 0 }
  const token = randomUUID()
  const hash = createHash('sha256').update(token).digest('hex')
  sql(`INSERT INTO session (token_hash, account_id, created_at, last_seen_at, ends_at) VALUES
    ('${hash}', ${account}, UTC_TIMESTAMP(), UTC_TIMESTAMP(), UTC_TIMESTAMP() + INTERVAL 1 HOUR)`)
  await me.context.addCookies([
    { name: 'session', value: token, url: env.BASE_URL },
    { name: 'language', value: me.language, url: env.BASE_URL },
  ])
  return me
}

async function bank(path, fields) {
  const answer = await fetch(`${env.BANK_URL}${path}`, { method: 'POST', body: new URLSearchParams(fields) })
  assert.ok(answer.ok, `${path}: ${answer.status}`)
}

const stateOf = ({ receipt }) => sql(`SELECT p.state FROM payment p JOIN payment_case pc ON
  pc.payment_id = p.id JOIN application_case c ON c.id = pc.case_id
  WHERE c.receipt_number = '${receipt}' ORDER BY p.id DESC LIMIT 1`)[0]?.state

const words = {
  'zh-TW': { unreached: '目前無法連線至繳費平台', paid: '交易成功', revoked: '銀行已撤回這筆款項' },
  en: { unreached: 'could not reach the payment platform', paid: 'Transaction successful',
    revoked: 'The bank reversed this payment' },
}

const accounts = sql(`SELECT a.id FROM account a WHERE a.state = 'active' AND EXISTS
  (SELECT 1 FROM entry_permit e WHERE e.applicant_id = a.applicant_id) ORDER BY a.id LIMIT 2`)
  .map(({ id }) => id)

for (const options of [
  { language: 'zh-TW', width: 390, scripts: true },
  { language: 'zh-TW', width: 1200, scripts: false },
  { language: 'en', width: 390, scripts: false },
  { language: 'en', width: 1200, scripts: true },
]) {
  const name = `platform-${options.language}-${options.width}`
  test(`${name}: a platform that is down, paid, and taken back`, async () => {
    const cases = [approvedCase(accounts[0], 'exchange', 1000), approvedCase(accounts[0], 'extension', 300)]
    const me = await student_with(accounts[0], name, options)
    const { page, language } = me
    const said = words[language]
    await takeStep(me, 'ticks all groups and reads the details', async () => {
      await page.goto(student('/payment'))
      // In the head of the table, or above the cards; without scripts a link, with them a box.
      const phone = me.width < 640
      assert.equal(await page.locator('.tick-all-phone').isVisible(), phone, 'one way to tick all')
      await page.locator(phone ? '.tick-all-phone' : 'thead .tick-all').locator('a, input').click()
      await page.waitForLoadState()
      assert.equal(await page.locator('main tbody input:checked').count(), cases.length)
      await look(me, 'list')
      await press(page)
      await look(me, 'details')
      for (const { receipt } of cases) await says(page, receipt)
      await says(page, 'NT$1,300')
      await press(page)
      await look(me, 'method')
    })
    await takeStep(me, 'finds the platform down and tries again', async () => {
      await bank('/control/faults', { name: 'session-down', times: 1 })
      await page.locator('main input[type=radio][value="egov-web-atm"]').check()
      await press(page)
      assert.equal(stateOf(cases[0]), 'created')
      await bank('/control/faults', { name: 'session-down', times: 1 })
      await press(page)
      await says(page, said.unreached)
      await look(me, 'unreached')
      await press(page)
      if (!me.scripts) {
        await look(me, 'forward')
        await press(page)
      }
      await page.waitForURL(/\/e-government\/pay/)
    })
    await takeStep(me, 'pays there and comes back to the result', async () => {
      await page.locator('button[value=pay]').click()
      if (!me.scripts) await page.locator('#back').click()
      await page.waitForURL(/\/individual\/payment\//)
      await says(page, said.paid)
      await look(me, 'result')
      assert.equal(stateOf(cases[0]), 'paid')
      assert.equal(stateOf(cases[1]), 'paid')
    })
    await takeStep(me, 'sees that the bank took it back', async () => {
      const reference = new URL(page.url()).pathname.split('/').at(-1)
      await bank('/control/e-government', { order_no: reference, action: 'revoke' })
      sql(`UPDATE payment SET next_ask_at = UTC_TIMESTAMP() WHERE reference = '${reference}'`)
      permitctl('payment', 'ask', reference)
      await page.goto(student(`/payment/${reference}`))
      await says(page, said.revoked)
      await look(me, 'revoked')
      assert.match(permitctl('--tsv', 'payment', 'exceptions'), new RegExp(`revoked\t${reference}\t-1300`))
    })
    assert.deepEqual(me.complaints, [])
  })
}

test('a settlement that is put into the watched folder is taken in by itself', async () => {
  const folder = `${dirname(env.LOG_DIR)}/settlement`
  const one = approvedCase(accounts[1], 'exchange', 1000)
  const me = await student_with(accounts[1], 'watched-folder', { language: 'zh-TW', width: 1200 })
  await me.page.goto(student(`/payment/method?group=${one.group}`))
  await me.page.locator('main input[type=radio][value="convenience-store"]').check()
  await press(me.page)
  await look(me, 'slip')
  const slip = await fetchPdf(me, 'main a[href$="slip.pdf"]', 'slip')
  const symbols = codes(slip).filter(({ kind }) => kind === 'CODE-39').map(({ text }) => text)
    .sort((a, b) => [9, 16, 15].indexOf(a.length) - [9, 16, 15].indexOf(b.length))
  const bytes = settlementFile([{ symbols, amount: 1000 }])
  writeFileSync(`${folder}/bad.txt`, bytes.slice(0, 300))
  writeFileSync(`${folder}/day.txt.part`, bytes)
  renameSync(`${folder}/day.txt.part`, `${folder}/day.txt`)
  await until('the files to be taken', () => existsSync(`${folder}/done/day.txt`) &&
    existsSync(`${folder}/refused/bad.txt`), 180)
  assert.equal(stateOf(one), 'paid')
  assert.match(readFileSync(`${folder}/refused/bad.txt.reason`, 'utf8'), /^bad\.txt: line 3: /)
})
