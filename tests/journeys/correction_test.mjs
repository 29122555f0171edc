// A student answers what the reviewers ask for: data and documents (補正), or documents alone (補件).

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { eventIn } from '../browser/support/calendar.mjs'
import { mailTo } from '../browser/support/mailbox.mjs'
import { permitctl, RowWatch, sql, student } from '../browser/support/site.mjs'
import { logIn } from './account_steps.mjs'
import { ANSWERS, caseOf, handInFile } from './application_steps.mjs'
import { answer, chooseFromMenu, look, press, says, takeStep } from './steps.mjs'
import { document } from './documents.mjs'
import { Errands } from './errands.mjs'
import { accountHolder } from './people.mjs'

after(closeBrowser)

const CHECK = 'main button[value=check]'

const filesOf = (receipt) => sql(`SELECT id, slot, name, replaced_at FROM upload
  WHERE case_id = ${caseOf(receipt).id} ORDER BY created_at, id`)
const fileIn = (receipt, slot) => filesOf(receipt).find((file) => file.slot === slot)
const formOf = (receipt) => JSON.parse(caseOf(receipt).form)

// Has a case returned: the kind, the opinion, and remarks pinned to what stands in `remarks` (a field,
// or file:SLOT).
function returnCase(receipt, kind, opinion, remarks) {
  const pinned = Object.entries(remarks).flatMap(([target, text]) => {
    const [, slot] = /^file:(.*)/.exec(target) ?? []
    return ['--remark', `${slot ? `file:${fileIn(receipt, slot).id}` : target}=${text}`]
  })
  permitctl('case', 'return', receipt, '--kind', kind, '--opinion', opinion, ...pinned)
}

// The same of an application that is sent first.
async function returned(me, person, kind, opinion, remarks) {
  const receipt = await new Errands(me).apply('exchange', person.permit)
  returnCase(receipt, kind, opinion, remarks)
  return receipt
}

// From the to-do page's block, or from the menu's list, to the form.
async function openFromTodo(me, receipt) {
  const { page } = me
  await page.goto(student('/todo'))
  await look(me, 'todo-returned')
  await page.locator('#exchange tr', { hasText: receipt }).getByRole('link').click()
  await openForm(me, receipt)
}

async function openFromList(me, receipt) {
  const { page } = me
  await chooseFromMenu(me, '/corrections')
  await look(me, 'corrections')
  await page.locator('main tr', { hasText: receipt }).getByRole('link').click()
  await openForm(me, receipt)
}

async function openForm(me, receipt) {
  const { page } = me
  await page.waitForURL(new RegExp(`/corrections/${receipt}$`))
  await look(me, 'correction-detail')
  await page.locator(`main a[href$="/corrections/${receipt}/form"]`).click()
  await page.waitForURL(/\/form$/)
  await look(me, 'correction-form')
}

// The fields and slots that the form opens with.
const asked = (page) => page.locator('main form').last().evaluate((form) => [...new Set(
  [...form.querySelectorAll('input:not([type=hidden]), select, textarea')].map(({ name }) => name))].sort())

// The remark's link at the top leads to where the same words stand.
async function followRemark(page, words, place) {
  const link = page.locator('#opinion-title ~ ul li', { hasText: words }).getByRole('link')
  assert.equal(await link.getAttribute('href'), `#${place}`)
  await link.click()
  await page.locator(`[id="${place}"]:target`).waitFor()
  assert.equal(await page.locator('main form .warn-box', { hasText: words }).count(), 1)
}

test('a student corrects data and documents, and says so to the reviewer', async () => {
  const person = accountHolder('lin.xiaoyu')
  const me = { ...(await visitor({})), name: 'correction', step: 0 }
  const { page } = me
  const step = (what, work) => takeStep(me, what, work)
  const opinion = '出生地與戶籍資料不符，並請重新上傳單次證。'
  let receipt, old, rows

  await step(`${person.chinese_name} reads the mail of the return`, async () => {
    await logIn(me, person)
    receipt = await returned(me, person, 'correction', opinion,
      { birthplace: '戶籍所在地為浙江', 'file:single-permit': '印章不清楚' })
    old = fileIn(receipt, 'single-permit')
    assert.equal(caseOf(receipt).state, 'returned-for-correction')
    const mail = await mailTo(person.email, new RegExp(opinion))
    assert.match(mail.text, new RegExp(`/corrections/${receipt}`))
    rows = new RowWatch()
  })
  await step('finds the case among those that await documents and opens the form', async () => {
    await openFromTodo(me, receipt)
    await says(page, opinion)
    assert.deepEqual(await asked(page), ['birthplace', 'reply', 'single-permit'])
    await page.locator('main a[href$="/form?all=yes"]').click()
    await page.waitForURL(/\?all=yes$/)
    await look(me, 'correction-whole')
    assert.equal(await page.locator('[name=taiwan_address]').inputValue(), ANSWERS.taiwan_address)
    assert.deepEqual(rows.changes(), {})
  })
  await step('follows the remarks to the field and to the file', async () => {
    await followRemark(page, '戶籍所在地為浙江', 'birthplace')
    await followRemark(page, '印章不清楚', `file-${old.id}`)
  })
  await step('leaves a field empty, and is told so; nothing of the case changes', async () => {
    await answer(page, 'birthplace', 'zhejiang')
    await answer(page, 'taiwan_address', '')
    await press(page, CHECK)
    await look(me, 'correction-errors')
    await page.locator('.govuk-error-summary a[href="#taiwan_address"]').waitFor()
    assert.equal(await page.locator('[name=birthplace]').inputValue(), 'zhejiang')
    const changes = rows.changes()
    assert.equal(changes.application_case, undefined)
    assert.equal(changes.upload, undefined)
  })
  await step('changes the field, replaces the file, answers the reviewer, and sends', async () => {
    await answer(page, 'taiwan_address', ANSWERS.taiwan_address)
    await page.locator(`[id="file-${old.id}"] button[value^="remove:"]`).click()
    await page.locator(`[id="file-${old.id}"] button[value^="restore:"]`).waitFor()
    await handInFile(me, 'single-permit', await document('單次證重新掃描'))
    await answer(page, 'reply', '已更正出生地，並重新掃描。')
    await look(me, 'correction-filled')
    await press(page, CHECK)
    await page.waitForURL(/\/check$/)
    await look(me, 'correction-check')
    await press(page)
    await page.waitForURL(/\/done$/)
    await look(me, 'correction-done')
    await says(page, '補正(件)完成')
  })
  await step('has it back in the review that returned it', async () => {
    const changes = rows.changes()
    assert.match(changes.application_case, /^~1 state,form,state_since$/)
    assert.equal(changes.case_history, '+1')
    assert.equal(changes.upload, '+1 ~1 replaced_at')
    assert.equal(changes.outbox, undefined)
    assert.equal(caseOf(receipt).state, 'first-review')
    assert.equal(formOf(receipt).birthplace, 'zhejiang')
    const [{ opinion: reply }] = sql(`SELECT opinion FROM case_history
      WHERE case_id = ${caseOf(receipt).id} ORDER BY id DESC LIMIT 1`)
    assert.equal(reply, '已更正出生地，並重新掃描。')
    assert.notEqual(fileIn(receipt, 'single-permit').replaced_at, null, 'the old file stays')
  })
  await step('sees it among the new applications again, with its history', async () => {
    await page.goto(student('/todo'))
    await look(me, 'todo-new')
    const block = page.locator('#exchange .block', { hasText: receipt })
    assert.match(await block.locator('h3').innerText(), /^新申請案件/)
    await block.locator('tr', { hasText: receipt }).getByRole('link').click()
    await look(me, 'case')
    await says(page, '浙江')
    await says(page.locator('.history').page(), '已更正出生地，並重新掃描。')
    await says(page, '單次證重新掃描.pdf')
    assert.deepEqual(rows.changes(), {})
    assert.deepEqual(me.complaints, [])
  })
  await me.context.close()
})

// The case of the first test, returned again.
const PHONES = [
  { name: 'one-field', language: 'zh-TW', street: '2號' },
  { name: 'one-field-plain', language: 'en', scripts: false, street: '3號' },
]

for (const { name, street, ...ways } of PHONES) {
  test(`a student corrects one field on one screen of a phone: ${name}`, async () => {
    const person = accountHolder('lin.xiaoyu')
    const me = { ...(await visitor({ width: 390, ...ways })), name, step: 0 }
    const { page } = me
    const step = (what, work) => takeStep(me, what, work)
    const [{ receipt }] = sql(`SELECT receipt_number AS receipt FROM application_case
      WHERE account_id = ${person.account} ORDER BY id DESC LIMIT 1`)
    let rows

    await step(`${person.chinese_name} finds the field alone`, async () => {
      await logIn(me, person)
      returnCase(receipt, 'correction', '地址與文件不符', { taiwan_address: '請填寫門牌號碼' })
      rows = new RowWatch()
      await page.goto(student(`/corrections/${receipt}/form`))
      assert.deepEqual(await asked(page), ['reply', 'taiwan_address'])
      const high = await page.locator('[name=taiwan_address]').evaluate((field) =>
        field.getBoundingClientRect().bottom + window.scrollY)
      assert.ok(high < 3 * 800, `the field stands at ${high} pixels`)
      await look(me, 'correction-form')
    })
    await step('sends nothing new, and is asked about it', async () => {
      await press(page, CHECK)
      await page.waitForURL(/\/check$/)
      await says(page, me.language === 'en' ? 'You have not changed anything.' : '您未變更任何資料或檔案')
      await look(me, 'nothing-changed')
      await page.locator('main .govuk-button-group a').click()
      await page.waitForURL(/\/form$/)
      assert.equal(rows.changes().application_case, undefined)
    })
    await step('corrects it and sends', async () => {
      await answer(page, 'taiwan_address', `臺北市大安區羅斯福路四段${street}`)
      await press(page, CHECK)
      await page.waitForURL(/\/check$/)
      await look(me, 'correction-check')
      assert.equal(await page.locator('[name=unchanged]').count(), 0)
      await press(page)
      await page.waitForURL(/\/done$/)
      assert.match(rows.changes().application_case, /^~1 state,form,state_since$/)
      assert.equal(formOf(receipt).taiwan_address, `臺北市大安區羅斯福路四段${street}`)
      assert.deepEqual(me.complaints, [])
    })
    await me.context.close()
  })
}

// The event of the file that the case page leads to, as a calendar reads it, and the day on the page.
async function lastDayOf({ page, context, language }, receipt) {
  await page.goto(student(`/cases/${receipt}`))
  const link = page.locator(`a[href$="/cases/${receipt}/deadline.ics"]`)
  const day = await link.locator('xpath=..').innerText()
  const answer = await context.request.get(
    new URL(await link.getAttribute('href'), page.url()).href,
    { headers: { 'accept-language': language } })
  assert.equal(answer.headers()['content-type'], 'text/calendar; charset=utf-8')
  return { ...eventIn(await answer.text()), day }
}

// A whole day, named in the page's words, with an alarm a week and one two days ahead.
async function expectInCalendar(me, receipt, kind, words) {
  const { event, alarms, day } = await lastDayOf(me, receipt)
  assert.match(event.uid, new RegExp(`^${receipt}-${kind}@`))
  assert.ok(event.startDate.isDate)
  assert.equal(event.duration.toString(), 'P1D')
  assert.ok(day.includes(event.startDate.toString().replaceAll('-', '/')), day)
  assert.match(event.summary, words)
  assert.ok(event.description.includes(student(`/cases/${receipt}`)), event.description)
  const ahead = alarms.map((alarm) => -alarm.getFirstPropertyValue('trigger').toSeconds() / 86400)
  assert.deepEqual(ahead.map(Math.ceil), [7, 2])
}

test('a student hands in documents, where the data cannot be changed', async () => {
  const person = accountHolder('chen.zimo')
  const me = { ...(await visitor({ language: 'en', width: 390, scripts: false })),
    name: 'documents', step: 0 }
  const { page } = me
  const step = (what, work) => takeStep(me, what, work)
  const form = () => `/corrections/${receipt}/form`
  let receipt, old, rows

  await step(`${person.chinese_name} opens the form from the list`, async () => {
    await logIn(me, person)
    receipt = await returned(me, person, 'documents', 'The travel document has expired.',
      { 'file:travel-document': 'expired in May', taiwan_address: 'bring proof of it' })
    old = fileIn(receipt, 'travel-document')
    await mailTo(person.email, /The travel document has expired/)
    rows = new RowWatch()
    await openFromList(me, receipt)
    assert.deepEqual(rows.changes(), {})
  })
  await step('takes the last day into a calendar', async () => {
    await expectInCalendar(me, receipt, 'answer', /^Last day to respond about application/)
    await look(me, 'case-returned')
    assert.deepEqual(rows.changes(), {})
    await openFromList(me, receipt)
  })
  await step('follows the remarks', async () => {
    await followRemark(page, 'expired in May', `file-${old.id}`)
    await followRemark(page, 'bring proof of it', 'taiwan_address')
  })
  await step('cannot change data, not by the form and not by a forged request', async () => {
    const controls = page.locator('main form').locator('.govuk-input, select, input[type=radio]')
    assert.equal(await controls.count(), 0)
    const address = page.locator('#taiwan_address .fixed-value')
    assert.equal(await address.innerText(), ANSWERS.taiwan_address)
    const before = caseOf(receipt).form
    const csrf = await page.locator('main form [name=csrf]').inputValue()
    const forged = { csrf, do: 'save', taiwan_address: 'forged', chinese_name: 'forged' }
    const refused = await me.context.request.post(
      student(form()), { multipart: forged, maxRedirects: 0 })
    assert.equal(refused.status(), 422)
    assert.match(await refused.text(), /id="taiwan_address-error"/)
    assert.equal(caseOf(receipt).form, before)
    assert.deepEqual(rows.changes(), {})
  })
  await step('takes a required file away, and cannot send without another', async () => {
    await page.goto(student(form()))
    await page.locator(`[id="file-${old.id}"] button[value^="remove:"]`).click()
    await page.waitForLoadState()
    await press(page, CHECK)
    await look(me, 'documents-missing')
    await page.locator('.govuk-error-summary a[href="#travel-document"]').waitFor()
    const changes = rows.changes()
    assert.equal(changes.application_case, undefined)
    assert.equal(changes.correction_removal, '+1')
  })
  await step('hands in another and sends', async () => {
    await handInFile(me, 'travel-document', await document('new travel document'))
    await press(page, CHECK)
    await page.waitForURL(/\/check$/)
    await look(me, 'correction-check')
    await press(page)
    await page.waitForURL(/\/done$/)
    await look(me, 'documents-done')
    const changes = rows.changes()
    assert.match(changes.application_case, /^~1 state,state_since$/, 'the form is as it was')
    assert.equal(changes.case_history, '+1')
    assert.equal(changes.upload, '+1 ~1 replaced_at')
    assert.equal(caseOf(receipt).state, 'first-review')
  })
  await step('comes back to an old page of the form: it is closed', async () => {
    await page.goto(student(form()))
    assert.doesNotMatch(page.url(), /\/form$/)
    await look(me, 'documents-closed')
    assert.deepEqual(rows.changes(), {})
  })
  await step('is approved, and takes the last day to pay into a calendar', async () => {
    permitctl('case', 'approve', receipt)
    await expectInCalendar(me, receipt, 'pay', /^Last day to pay the fee for application/)
    await look(me, 'case-to-pay')
  })
  await me.context.close()
})
