// A student whose stay ends soon has the multiple-entry permit extended; others are told why not.

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { mailTo } from '../browser/support/mailbox.mjs'
import { RowWatch, sql, student } from '../browser/support/site.mjs'
import { logIn, logOut } from './account_steps.mjs'
import { agree, ANSWERS, caseOf, fillIn, handIn, handInFile, openWholeForm, send,
  startApplication } from './application_steps.mjs'
import { answer, look, press, says, takeStep } from './steps.mjs'
import { document } from './documents.mjs'
import { approve, download, payAtTheStore, payByCard } from './money.mjs'
import { accountHolder } from './people.mjs'

after(closeBrowser)

const WALKS = [
  { name: 'extension-chinese', login: 'ma.tianyu', language: 'zh-TW', pay: payByCard },
  { name: 'extension-phone-no-script', login: 'hu.xinyi', language: 'en', width: 390,
    scripts: false, pay: payAtTheStore },
]

// Sends the number and reads what the page says of it.
async function tryNumber(me, number, words) {
  await answer(me.page, 'permit_number', number)
  await press(me.page)
  await says(me.page, words)
  assert.equal(await me.page.locator('[name=permit_number]').inputValue(), number)
}

for (const { name, login, pay, ...ways } of WALKS) {
  test(`a student extends the stay: ${name}`, async () => {
    const person = accountHolder(login)
    const me = { ...(await visitor(ways)), name, step: 0 }
    const chinese = me.language !== 'en'
    const rows = new RowWatch()
    const step = (what, work) => takeStep(me, what, work)
    let receipt

    await step(`${person.chinese_name} logs in`, async () => {
      await logIn(me, person)
      rows.changes()
    })
    await step("is refused a number that is unknown, and another student's", async () => {
      await agree(me, 'extension')
      await tryNumber(me, '114695299999', chinese ? '查無此證號資料' : /could not find a permit with this number/)
      await look(me, 'number-unknown')
      await tryNumber(me, accountHolder('zhou.siqi').permit,
        chinese ? '帳號基資與案件資料不符' : /do not match the permit/)
      assert.deepEqual(rows.changes(), {})
    })
    await step('opens the form, which is filled in already', async () => {
      await startApplication(me, person, 'extension')
      await openWholeForm(me)
      const { page } = me
      assert.equal(await page.locator('[name=chinese_name]').inputValue(), person.chinese_name)
      assert.equal(await page.locator('[name=mainland_id]').inputValue(), person.mainland_id)
      assert.equal(await page.locator('#school .fixed-value').innerText(), person.school)
      assert.equal(await page.locator('[name=school]').count(), 0, 'it cannot be changed')
      assert.equal(await page.locator('[name=taiwan_address]').inputValue(), person.address)
      assert.equal(await page.locator('[name=resumes_study]').count(), 0, 'is asked by the exchange')
      assert.deepEqual(rows.changes(), { idempotency_key: '+1', draft: '+1' })
    })
    await step('goes on too early, and loses neither a word nor a file', async () => {
      const { page } = me
      await handInFile(me, 'enrolment', await document('在學證明正面'))
      await answer(page, 'former_name', '馬小宇')
      await press(page)
      await look(me, 'form-errors')
      await page.locator('.govuk-error-summary a[href="#mainland_address"]').click()
      await page.locator(me.scripts ? '#mainland_address:focus' : '#mainland_address:target')
        .waitFor()
      assert.equal(await page.locator('[name=former_name]').inputValue(), '馬小宇')
      await page.getByRole('link', { name: '在學證明正面.pdf' }).waitFor()
      assert.match(rows.changes().upload, /^\+1$/)
    })
    await step('finds the draft on the to-do page and finishes it', async () => {
      const { page } = me
      await page.goto(student('/todo'))
      await page.locator('[href="#extension"]').click()
      await look(me, 'todo-draft')
      await page.locator('#extension .drafts a:not([href$="/discard"])').click()
      await page.waitForURL(/\/apply\/drafts\//)
      await handIn(me, 'extension')
      await fillIn(me, ANSWERS)
      await says(page, '馬小宇')
    })
    await step('sends it', async () => {
      rows.changes()
      receipt = await send(me)
      const changes = rows.changes()
      assert.equal(changes.application_case, '+1')
      assert.equal(changes.case_group, '+1')
      assert.equal(changes.case_history, '+1')
      assert.equal(changes.draft, '-1')
      assert.match(changes.upload, /^~5 /)
      assert.match(changes.outbox, /^\+1/)
      const { state, service, fee } = caseOf(receipt)
      assert.deepEqual({ state, service, fee }, { state: 'submitted', service: 'extension', fee: '300' })
      const mail = await mailTo(person.email, new RegExp(receipt))
      assert.ok(mail.html.includes(receipt))
    })
    await step('sees it among the new applications, with every answer and file', async () => {
      const { page } = me
      await page.goto(student('/todo'))
      await page.locator('[href="#extension"]').click()
      await look(me, 'todo-new')
      const block = page.locator('#extension .block', { hasText: receipt })
      assert.match(await block.locator('h3').innerText(), chinese ? /^新申請案件/ : /^New applications/)
      await block.locator(`a[href$="/cases/${receipt}"]`).click()
      await look(me, 'case')
      for (const text of [ANSWERS.taiwan_address, '馬小宇', '在學證明.pdf']) await says(page, text)
      assert.deepEqual(rows.changes(), {})
    })
    await step('may not apply again on the same permit', async () => {
      await agree(me, 'extension')
      await tryNumber(me, person.permit, chinese ? /尚有申請中的案件/ : /already have an open application/)
      assert.deepEqual(rows.changes(), {})
    })
    await step('pays NT$300 after the approval', async () => {
      await approve(me, person, receipt)
      assert.match(rows.changes().application_case, /^~1 state,/)
      await pay(me, person, receipt)
      const changes = rows.changes()
      assert.equal(changes.payment, '+1')
      assert.equal(changes.receipt, '+1')
      assert.match(changes.entry_permit, /^\+1 ~1 /)
      assert.equal(sql('SELECT amount FROM payment ORDER BY created_at DESC LIMIT 1')[0].amount, '300')
      const [old] = sql(`SELECT status FROM entry_permit WHERE number = '${person.permit}'`)
      assert.equal(old.status, 'replaced')
      const [fresh] = sql(`SELECT stay_until > STR_TO_DATE('${person.stay_until}', '%Y/%m/%d') AS longer
        FROM entry_permit WHERE number = '${receipt}'`)
      assert.equal(fresh.longer, '1')
    })
    await step('takes the permit and the receipt home, and logs out', async () => {
      await download(me, person, receipt, '參佰元')
      assert.deepEqual(rows.changes(), {})
      await logOut(me)
      assert.deepEqual(me.complaints, [])
    })
    await me.context.close()
  })
}

const REFUSED = [
  { login: 'zheng.jiahui', who: 'whose stay ends in four months',
    says: /停留期限屆滿前3個月內.*自 \d{4}\/\d\d\/\d\d 起/ },
  { login: 'gao.yiming', who: 'whose stay ended yesterday',
    says: '停留期限已屆滿，無法於線上申請延期' },
]

for (const { login, who, says: words } of REFUSED) {
  test(`one ${who} is told so`, async () => {
    const person = accountHolder(login)
    const me = { ...(await visitor({ width: 390 })), name: `extension-${login}`, step: 0 }
    await takeStep(me, `${person.chinese_name} tries`, async () => {
      await logIn(me, person)
      const rows = new RowWatch()
      await agree(me, 'extension')
      await tryNumber(me, person.permit, words)
      await look(me, 'refused')
      assert.deepEqual(rows.changes(), {})
    })
    await me.context.close()
  })
}
