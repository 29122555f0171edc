// A student withdraws a case, after two confirmations; another is overtaken by a reviewer.

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { mailTo } from '../browser/support/mailbox.mjs'
import { permitctl, RowWatch, sql, student } from '../browser/support/site.mjs'
import { logIn } from './account_steps.mjs'
import { agree, caseOf } from './application_steps.mjs'
import { answer, chooseFromMenu, look, press, says, takeStep } from './steps.mjs'
import { Errands } from './errands.mjs'
import { accountHolder } from './people.mjs'

after(closeBrowser)

const YES = 'main .govuk-button--warning'

const groupOf = (receipt) => sql(`SELECT number FROM case_group
  WHERE id = ${caseOf(receipt).group_id}`)[0].number

// By its number to the case's detail, from there to the declaration.
async function findAndDeclare(me, field, number) {
  const { page } = me
  await chooseFromMenu(me, '/withdrawal')
  await look(me, 'withdrawal-search')
  await answer(page, field, number)
  await press(page)
  await page.waitForURL(/\/withdrawal\/\d{9}$/)
  await look(me, 'withdrawal-detail')
  await page.locator('main tbody a').click()
  await page.waitForURL(/\/withdrawal\/\d{9}\/\d{12}$/)
  await look(me, 'withdrawal-declaration')
}

test('a student withdraws a case', async () => {
  const person = accountHolder('wu.junjie')
  const me = { ...(await visitor({ width: 390, scripts: false })), name: 'withdrawal', step: 0 }
  const { page } = me
  const step = (what, work) => takeStep(me, what, work)
  const [{ receipt }] = sql(`SELECT receipt_number AS receipt FROM application_case
    WHERE account_id = ${person.account} AND state = 'submitted'`)
  let rows

  await step(`${person.chinese_name} looks for a number that is not theirs`, async () => {
    await logIn(me, person)
    rows = new RowWatch()
    await chooseFromMenu(me, '/withdrawal')
    await answer(page, 'group', '990000000')
    await press(page)
    await look(me, 'withdrawal-unknown')
    await page.locator('.govuk-error-summary a[href="#group"]').waitFor()
  })
  await step('finds the case by its group and must agree first', async () => {
    await findAndDeclare(me, 'group', groupOf(receipt))
    await press(page)
    await look(me, 'withdrawal-not-agreed')
    await says(page, '請先勾選同意。')
  })
  await step('is asked once more, and keeps it for now', async () => {
    await answer(page, 'agree')
    await press(page)
    await page.waitForURL(/\/confirm/)
    await look(me, 'withdrawal-question')
    await page.locator('main .govuk-button-group a').click()
    await page.waitForURL(/\/withdrawal\/\d{9}$/)
    assert.deepEqual(rows.changes(), {})
    assert.equal(caseOf(receipt).state, 'submitted')
  })
  await step('withdraws it after all', async () => {
    await page.locator('main tbody a').click()
    await answer(page, 'agree')
    await press(page)
    await press(page, YES)
    await page.waitForURL(/\/withdrawal\/\d{9}\?tried=/)
    await look(me, 'withdrawn')
    await says(page, '撤銷成功')
    const changes = rows.changes()
    assert.match(changes.application_case, /^~1 state,state_since/)
    assert.equal(changes.case_history, '+1')
    assert.match(changes.outbox, /^\+1/)
    assert.deepEqual(Object.keys(changes).sort(), ['application_case', 'case_history', 'idempotency_key', 'outbox'])
    assert.equal(caseOf(receipt).state, 'withdrawn')
  })
  await step('reads the mail and no longer has the case on the to-do page', async () => {
    const mail = await mailTo(person.email, new RegExp(receipt))
    assert.match(mail.subject, /撤銷/)
    await page.goto(student('/todo'))
    await look(me, 'todo')
    assert.equal(await page.locator('main', { hasText: receipt }).count(), 0)
  })
  await step('may apply anew on the same permit', async () => {
    await agree(me, 'exchange')
    await answer(page, 'permit_number', person.permit)
    await press(page)
    await page.waitForURL(/\/apply\/drafts\//)
    assert.deepEqual(rows.changes(), { idempotency_key: '+1', draft: '+1' })
  })
  await me.context.close()
})

test('a reviewer decides while a student withdraws', async () => {
  const person = accountHolder('wang.ji')
  const me = { ...(await visitor({ language: 'en' })), name: 'overtaken', step: 0 }
  const { page } = me
  const step = (what, work) => takeStep(me, what, work)
  let receipt, rows

  await step(`${person.chinese_name} comes as far as the last question`, async () => {
    await logIn(me, person)
    receipt = await new Errands(me).apply('exchange', person.permit)
    await findAndDeclare(me, 'receipt', receipt)
    assert.ok(await page.locator('#agree-button').isDisabled(), 'closed until the box is ticked')
    await answer(page, 'agree')
    await press(page)
    await page.waitForURL(/\/confirm/)
    await look(me, 'withdrawal-question')
  })
  await step('presses the button when the case is approved already', async () => {
    permitctl('case', 'approve', receipt)
    rows = new RowWatch()
    await press(page, YES)
    await page.waitForURL(/\/withdrawal\/\d{9}\?tried=/)
    await look(me, 'withdrawal-failed')
    await says(page, 'Withdrawal failed')
    await says(page, 'The application was approved before we received your withdrawal.')
    assert.deepEqual(rows.changes(), { idempotency_key: '+1' })
    assert.equal(caseOf(receipt).state, 'awaiting-payment')
  })
  await step('has no way left to withdraw it', async () => {
    assert.equal(await page.locator('main tbody a').count(), 0)
    await chooseFromMenu(me, '/withdrawal')
    assert.equal(await page.locator('main tbody', { hasText: receipt }).count(), 0)
    assert.deepEqual(me.complaints, [])
  })
  await me.context.close()
})
