// A new student reads the notices, follows a case by its numbers, and changes the password.

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { RowWatch, sql, student } from '../browser/support/site.mjs'
import { activate, arrive, logIn, register } from './account_steps.mjs'
import { ANSWERS, caseOf } from './application_steps.mjs'
import { answer, chooseFromMenu, look, press, says, takeStep } from './steps.mjs'
import { Errands } from './errands.mjs'
import { someoneWhoMayExchange } from './people.mjs'

after(closeBrowser)

const WALKS = [
  { name: 'enquiry', language: 'zh-TW' },
  { name: 'enquiry-phone', language: 'en', width: 390 },
]
const OWN = 'Orchard-3-window'
const NUMBERS = 'main tbody tr'

for (const { name, ...ways } of WALKS) {
  test(`a student asks how a case stands: ${name}`, async () => {
    const person = someoneWhoMayExchange()
    const me = { ...(await visitor(ways)), name, step: 0 }
    const { page } = me
    const chinese = me.language !== 'en'
    const step = (what, work) => takeStep(me, what, work)
    let receipt, rows

    // One search for each set of fields: what it finds.
    async function search(fields) {
      await chooseFromMenu(me, '/progress')
      for (const [field, value] of Object.entries(fields)) await answer(page, field, value)
      await press(page)
      return page.locator(NUMBERS).count()
    }

    await step(`${person.chinese_name} has an account and a case`, async () => {
      await arrive(me)
      await register(me, person)
      await activate(me, person)
      await logIn(me, person)
      receipt = await new Errands(me).apply('exchange', person.permit)
      rows = new RowWatch()
    })
    await step('reads what the notice board says', async () => {
      await page.goto(student('/todo'))
      assert.equal(await page.locator('.board tbody tr').count(), 5)
      const board = page.locator('details.board')
      if (!(await board.evaluate((part) => part.open))) await board.locator('summary').click()
      await page.getByRole('link', { name: /^MORE/ }).click()
      await page.waitForURL(/\/announcements$/)
      await look(me, 'announcements')
      assert.equal(await page.locator('main tbody tr').count(), 6)
      await page.locator('main tbody a').first().click()
      await page.waitForURL(/\/announcements\/\d+$/)
      await look(me, 'announcement')
      assert.ok(await page.locator('article p').count() >= 3)
    })
    await step('looks the case up by each of its marks', async () => {
      await chooseFromMenu(me, '/progress')
      await look(me, 'progress-search')
      const [{ number, day }] = sql(`SELECT g.number,
        DATE_FORMAT(c.submitted_at + INTERVAL 8 HOUR, '%Y/%m/%d') AS day FROM case_group g
        JOIN application_case c ON c.group_id = g.id WHERE c.receipt_number = '${receipt}'`)
      for (const fields of [{}, { receipt }, { group: number }, { service: 'exchange' },
        { stage: 'submitted' }, { from: day, to: day }]) {
        assert.equal(await search(fields), 1, JSON.stringify(fields))
      }
      await look(me, 'progress-list')
      for (const fields of [{ receipt: '990000000000' }, { service: 'extension' },
        { stage: 'issued' }, { to: '2020/01/01' }]) {
        assert.equal(await search(fields), 0, JSON.stringify(fields))
      }
      await look(me, 'progress-none')
    })
    await step('sees all of it, with its history', async () => {
      assert.equal(await search({ receipt }), 1)
      await page.locator('main tbody a').click()
      await page.waitForURL(new RegExp(`/cases/${receipt}(\\?|$)`))
      await look(me, 'case')
      for (const text of [ANSWERS.taiwan_address, '證明文件.pdf']) await says(page, text)
      await says(page, chinese ? '已上傳附件' : 'Uploaded documents')
      assert.equal(await page.locator('.history li').count(), 1)
      assert.deepEqual(rows.changes(), {})
      assert.equal(caseOf(receipt).state, 'submitted')
    })
    await step('goes back to the list that the search has found', async () => {
      await page.locator('.govuk-back-link').click()
      await page.waitForURL(me.scripts ? new RegExp(`/progress\\?.*receipt=${receipt}`)
        : /\/progress\?list=yes$/)
      assert.equal(await page.locator('main tbody tr').count(), 1)
    })
    await step('changes the password', async () => {
      const elsewhere = { ...(await visitor(ways)), name: `${name}-elsewhere`, step: 0 }
      await elsewhere.page.goto(student(`/login?lang=${me.language}`))
      await logIn(elsewhere, person)
      rows.changes()
      await chooseFromMenu(me, '/password')
      assert.notEqual(await page.locator('[name=login_name]').getAttribute('readonly'), null)
      await answer(page, 'present_password', person.password)
      await answer(page, 'password', OWN)
      await answer(page, 'password_again', OWN)
      await look(me, 'password')
      await press(page)
      await page.waitForURL(/\/individual\/login/)
      await says(page, chinese ? '修改成功, 請重新登入! Success!! Please login again!!'
        : 'Your password has been changed. Log in again.')
      assert.match(rows.changes().account, /^~1 password_hash/)
      await elsewhere.page.goto(student('/todo'))
      assert.match(elsewhere.page.url(), /\/individual\/login/, 'the other session has ended')
      await elsewhere.context.close()
      await logIn(me, { ...person, password: OWN })
      assert.deepEqual(me.complaints, [])
    })
    await me.context.close()
  })
}
