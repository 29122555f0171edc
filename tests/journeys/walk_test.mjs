// The whole walk, from the portal to the permit: each time another student, another way of looking
// at the site, and either way of paying.

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { RowWatch } from '../browser/support/site.mjs'
import { activate, arrive, logIn, logOut, register } from './account_steps.mjs'
import { apply, caseOf, send } from './application_steps.mjs'
import { takeStep } from './steps.mjs'
import { approve, download, payByCard, payAtTheStore } from './money.mjs'
import { someoneWhoMayExchange } from './people.mjs'

after(closeBrowser)

const WALKS = [
  { name: 'chinese', language: 'zh-TW', pay: payByCard },
  { name: 'english', language: 'en', pay: payAtTheStore },
  { name: 'no-script', language: 'zh-TW', scripts: false, pay: payByCard },
  { name: 'phone-390', language: 'zh-TW', width: 390, pay: payAtTheStore },
  { name: 'phone-320', language: 'en', width: 320, pay: payByCard },
]

for (const { name, pay, ...ways } of WALKS) {
  test(`a student walks from the portal to the permit: ${name}`, async () => {
    const person = someoneWhoMayExchange()
    const me = { ...(await visitor(ways)), name }
    const rows = new RowWatch()
    const step = (what, work) => takeStep(me, what, work)
    let receipt

    await step(`${person.chinese_name} arrives and looks around`, async () => {
      await arrive(me)
      assert.deepEqual(rows.changes(), {})
    })
    await step('registers', async () => {
      await register(me, person)
      const changes = rows.changes()
      assert.equal(changes.account, '+1')
      assert.equal(changes.account_token, '+1')
      assert.equal(changes.outbox, '+1')
    })
    await step('activates the account from the mail', async () => {
      await activate(me, person)
      const { account, application_case: cases } = rows.changes()
      assert.match(account, /^~1 state,/)
      assert.equal(cases, undefined)
    })
    await step('logs in', async () => {
      await logIn(me, person)
      assert.equal(rows.changes().application_case, undefined)
    })
    await step('fills in the exchange and reads it over', async () => {
      await apply(me, person)
      const changes = rows.changes()
      assert.equal(changes.draft, '+1')
      assert.equal(changes.upload, '+4')
      assert.equal(changes.application_case, undefined)
    })
    await step('sends it', async () => {
      receipt = await send(me, person)
      const changes = rows.changes()
      assert.equal(changes.application_case, '+1')
      assert.equal(changes.case_group, '+1')
      assert.equal(changes.case_history, '+1')
      assert.equal(changes.draft, '-1')
      assert.match(changes.upload, /^~4 /)
      assert.match(changes.outbox, /^\+1/)
      assert.equal(caseOf(receipt).state, 'submitted')
    })
    await step('a reviewer approves it', async () => {
      await approve(me, person, receipt)
      const changes = rows.changes()
      assert.match(changes.application_case, /^~1 state,/)
      assert.match(changes.case_history, /^\+\d$/)
      assert.match(changes.outbox, /^\+1/)
      assert.equal(caseOf(receipt).state, 'awaiting-payment')
    })
    await step('pays', async () => {
      await pay(me, person, receipt)
      const changes = rows.changes()
      assert.equal(changes.payment, '+1')
      assert.equal(changes.payment_case, '+1')
      assert.equal(changes.receipt, '+1')
      assert.match(changes.entry_permit, /^\+1 ~1 /)
      assert.equal(caseOf(receipt).state, 'issued')
    })
    await step('takes the permit and the receipt home', async () => {
      await download(me, person, receipt)
      assert.deepEqual(rows.changes(), {})
    })
    await step('logs out', async () => {
      await logOut(me)
      assert.deepEqual(me.complaints, [])
    })
    await me.context.close()
  })
}
