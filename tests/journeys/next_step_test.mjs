// A student is led: from a link to the login and on, home by the emblem, to the days that matter, and
// through both languages without losing a word.

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { eventIn } from '../browser/support/calendar.mjs'
import { RowWatch, sql, student } from '../browser/support/site.mjs'
import { passLogin } from './account_steps.mjs'
import { openSection, startApplication } from './application_steps.mjs'
import { answer, chooseFromMenu, look, press, says, takeStep } from './steps.mjs'
import { accountHolder } from './people.mjs'

after(closeBrowser)

const OTHER = { en: 'zh-Hant-TW', 'zh-TW': 'en' }
const WALKS = [
  { name: 'next-step-english', language: 'en' },
  { name: 'next-step-phone-no-script', language: 'zh-TW', width: 390, scripts: false },
]

// By the switch at the head of the page; without scripts a form has its own.
async function switchLanguage({ page, scripts }, to) {
  await page.locator(`${scripts ? '.head-languages' : '.form-languages'} [lang="${to}"]`).click()
  await page.locator(`html[lang="${to}"]`).waitFor()
}

const valueOf = (page, name) => page.locator(`main [name="${name}"]`).inputValue()

// There and back again; what was typed is there both times.
async function keepsWhatIsTyped(me, typed) {
  for (const [name, value] of Object.entries(typed)) await answer(me.page, name, value)
  for (const to of [OTHER[me.language], me.language === 'en' ? 'en' : 'zh-Hant-TW']) {
    await switchLanguage(me, to)
    for (const [name, value] of Object.entries(typed)) {
      assert.equal(await valueOf(me.page, name), value, `${name} in ${to}`)
    }
  }
}

async function calendarOf({ page, context }, file) {
  const link = page.locator(`main a[href$="/${file}"]`).first()
  const answer = await context.request.get(new URL(await link.getAttribute('href'), page.url()).href)
  assert.equal(answer.headers()['content-type'], 'text/calendar; charset=utf-8')
  return eventIn(await answer.text())
}

for (const { name, ...ways } of WALKS) {
  test(`a student is led: ${name}`, async () => {
    const person = accountHolder('zheng.jiahui')
    const me = { ...(await visitor(ways)), name, step: 0 }
    const { page } = me
    const chinese = me.language !== 'en'
    const step = (what, work) => takeStep(me, what, work)
    let rows

    await step('switches the language while registering', async () => {
      await page.goto(student(`/register?lang=${me.language}`))
      await keepsWhatIsTyped(me, { chinese_name: '鄭小明', surname: 'ZHENG', birthplace: 'fujian',
        email: 'half@campus.example' })
      await look(me, 'registration-half')
      assert.equal(await page.locator('.govuk-error-summary').count(), 0)
    })
    await step('follows a link to a page of their own, and is told why to log in', async () => {
      await page.goto(student('/download/permits'))
      await says(page, chinese ? '請先登入' : 'Log in to open this page')
      await look(me, 'login-for-a-page')
      await passLogin(me, person)
      await page.waitForURL(/\/download\/permits$/)
      rows = new RowWatch()
    })
    await step('comes home by the emblem and sees the permit and its days', async () => {
      await page.locator('.head-brand').click()
      await page.waitForURL(/\/todo$/)
      await look(me, 'todo')
      const permit = page.locator('.student-permit')
      for (const text of [person.permit, person.stay_until]) {
        assert.ok((await permit.innerText()).includes(text), text)
      }
    })
    await step('takes the days into the calendar', async () => {
      const stay = await calendarOf(me, `permits/${person.permit}/stay.ics`)
      assert.equal(stay.event.startDate.toString().replaceAll('-', '/'), person.stay_until)
      const extend = await calendarOf(me, `permits/${person.permit}/extend.ics`)
      const [{ day }] = sql(`SELECT DATE_FORMAT(stay_until - INTERVAL 3 MONTH, '%Y-%m-%d') AS day
        FROM entry_permit WHERE number = '${person.permit}'`)
      assert.equal(extend.event.startDate.toString(), day)
      const alarms = extend.alarms.map((alarm) => alarm.getFirstPropertyValue('trigger').toSeconds())
      assert.deepEqual(alarms, [9 * 3600], 'in the morning of the day')
    })
    await step('finds the notices below, open where there is room', async () => {
      const board = page.locator('details.board')
      const open = me.scripts && me.width > 640
      assert.equal(await board.evaluate((part) => part.open), open)
      if (!open) await board.locator('summary').click()
      assert.ok(await board.locator('tbody tr').first().isVisible())
    })
    await step('is offered the permit where its number is asked for', async () => {
      await chooseFromMenu(me, '/apply/data-change')
      await page.locator('main input[type=checkbox]').check()
      await press(page)
      assert.equal(await valueOf(page, 'permit_number'), person.permit)
      await look(me, 'permit-offered')
      await keepsWhatIsTyped(me, { permit_number: '1146952' })
    })
    await step('is led to the right service by a number of the wrong kind', async () => {
      await chooseFromMenu(me, '/apply/exchange')
      await page.locator('main input[type=checkbox]').check()
      await press(page)
      await answer(page, 'permit_number', person.permit)
      await press(page)
      await look(me, 'wrong-kind')
      await page.locator('main a[href$="/apply/extension"]').click()
      await page.waitForURL(/\/apply\/extension$/)
      assert.deepEqual(rows.changes(), {})
      assert.deepEqual(me.complaints, [])
    })
    await step('switches the language in a section of the form', async () => {
      await startApplication(me, person, 'data-change')
      await openSection(me, 'contact')
      await keepsWhatIsTyped(me, { taiwan_address: '臺北市中正區廣州街 15 號', taiwan_phone: '0912345678' })
      assert.match(page.url(), /\/sections\/contact$/)
      await look(me, 'section-half')
      assert.deepEqual(me.complaints, [])
    })
    await me.context.close()
  })
}
