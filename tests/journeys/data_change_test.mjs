// A student whose data have changed reports it and gets a new permit, free of charge.

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { RowWatch, sql, student } from '../browser/support/site.mjs'
import { logIn, logOut } from './account_steps.mjs'
import { ANSWERS, apply, caseOf, send } from './application_steps.mjs'
import { answer, chooseFromMenu, look, press, says, takeStep } from './steps.mjs'
import { pdfText } from './documents.mjs'
import { approve, fetchPdf } from './money.mjs'
import { accountHolder } from './people.mjs'

after(closeBrowser)

const WALKS = [
  { name: 'change-phone', login: 'zheng.jiahui', language: 'zh-TW', width: 390 },
  { name: 'change-no-script', login: 'zhou.siqi', language: 'en', scripts: false },
]

const MOVED = '高雄市左營區博愛二路777號'

for (const { name, login, ...ways } of WALKS) {
  test(`a student reports a new address: ${name}`, async () => {
    const person = accountHolder(login)
    const me = { ...(await visitor(ways)), name, step: 0 }
    const { page } = me
    const chinese = me.language !== 'en'
    const rows = new RowWatch()
    const step = (what, work) => takeStep(me, what, work)
    let receipt

    await step(`${person.chinese_name} fills in the form`, async () => {
      await logIn(me, person)
      rows.changes()
      await apply(me, person, 'data-change', { ...ANSWERS, taiwan_address: MOVED })
      const changes = rows.changes()
      assert.equal(changes.draft, '+1')
      assert.equal(changes.upload, '+2')
      assert.equal(changes.application_case, undefined)
    })
    await step('reads the answers over and goes back to change one', async () => {
      await says(page, MOVED)
      await page.locator('main a[href$="#mainland_phone"]').click()
      await page.waitForURL(/#mainland_phone$/)
      assert.equal(await page.locator('[name=taiwan_address]').inputValue(), MOVED)
      await answer(page, 'mainland_phone', '13800000000')
      await press(page)
      await page.waitForURL(/\/check/)
      await says(page, '13800000000')
    })
    await step('sends it, twice, and has one receipt number', async () => {
      rows.changes()
      const form = page.locator('main form:has([name="act"])').last()
      const fields = Object.fromEntries(await form.locator('input[type=hidden]').evaluateAll(
        (inputs) => inputs.map((input) => [input.name, input.value])))
      const address = await form.evaluate((element) => element.action)
      receipt = await send(me)
      const again = await me.context.request.post(address, { form: fields, maxRedirects: 0 })
      assert.match(again.headers().location, new RegExp(`/sent/${receipt}$`))
      const changes = rows.changes()
      assert.equal(changes.application_case, '+1')
      assert.equal(changes.case_history, '+1')
      assert.equal(changes.draft, '-1')
      assert.match(changes.outbox, /^\+1/)
      assert.equal(caseOf(receipt).fee, '0')
    })
    await step('finds it under the changes of data', async () => {
      await page.goto(student('/todo'))
      await page.locator('[href="#data-change"]').click()
      await look(me, 'todo-new')
      const row = page.locator('#data-change tr', { hasText: receipt })
      await row.getByRole('link').click()
      await look(me, 'case')
      await says(page, MOVED)
    })
    await step('has the permit as soon as it is approved', async () => {
      rows.changes()
      const mail = await approve(me, person, receipt)
      const changes = rows.changes()
      assert.match(changes.application_case, /^~1 state,/)
      assert.match(changes.entry_permit, /^\+1 ~1 /)
      assert.equal(changes.permit_paper, '+1')
      assert.equal(changes.payment, undefined)
      assert.equal(caseOf(receipt).state, 'issued')
      const [fresh] = sql(`SELECT DATE_FORMAT(stay_until, '%Y/%m/%d') AS day FROM entry_permit
        WHERE number = '${receipt}'`)
      assert.equal(fresh.day, person.stay_until, 'the stay is as long as before')
      assert.match(mail.text, /download\/permits/)
    })
    await step('finds the permit by its receipt number and takes it home', async () => {
      await chooseFromMenu(me, '/download/permits')
      await answer(page, 'receipt', receipt)
      await press(page, 'main form .govuk-button')
      await look(me, 'download-permits')
      assert.equal(await page.locator('main tbody tr').count(), 1)
      await says(page, chinese ? '免繳費' : 'No fee')
      const permit = pdfText(await fetchPdf(me, `main a[href$="/${receipt}.pdf"]`, 'permit'))
      assert.ok(permit.includes(receipt))
      assert.ok(permit.replaceAll(/\s/g, '').includes(MOVED))
      await chooseFromMenu(me, '/download/receipts')
      await look(me, 'download-receipts')
      assert.equal(await page.locator('main', { hasText: receipt }).count(), 0, 'nothing was paid')
      assert.deepEqual(rows.changes(), {})
    })
    await step('logs out', async () => {
      await logOut(me)
      assert.deepEqual(me.complaints, [])
    })
    await me.context.close()
  })
}
