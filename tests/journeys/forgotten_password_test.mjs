// A student who has forgotten the password gets a new one by mail; the old one works until then.

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { mailBy, mails } from '../browser/support/mailbox.mjs'
import { RowWatch, student } from '../browser/support/site.mjs'
import { logIn, logOut, tryToLogIn } from './account_steps.mjs'
import { answer, look, press, says, takeStep } from './steps.mjs'
import { accountHolder } from './people.mjs'

after(closeBrowser)

const WALKS = [
  { name: 'forgotten-phone', login: 'sun.haoran', language: 'zh-TW', width: 390 },
  { name: 'forgotten-no-script', login: 'gao.yiming', language: 'en', scripts: false },
]
const OWN = 'Bridge-5-lantern'

async function askFor(me, loginName) {
  const { page } = me
  await page.goto(student('/login'))
  await page.locator('main a[href$="/forgot-password"]').click()
  await page.waitForLoadState()
  await answer(page, 'login_name', loginName)
  await press(page)
  await page.waitForURL(/\/individual\/login/)
}

async function isRefused(me, person) {
  await tryToLogIn(me, person)
  assert.match(me.page.url(), /\/individual\/login/)
  await says(me.page, me.language === 'en' ? /password is incorrect/ : '帳號或密碼不正確')
}

async function changePassword({ page }, present, fresh) {
  await answer(page, 'present_password', present)
  await answer(page, 'password', fresh)
  await answer(page, 'password_again', fresh)
  await press(page)
}

for (const { name, login, ...ways } of WALKS) {
  test(`a student has forgotten the password: ${name}`, async () => {
    const person = accountHolder(login)
    const me = { ...(await visitor(ways)), name, step: 0 }
    const { page } = me
    const chinese = me.language !== 'en'
    const rows = new RowWatch()
    const step = (what, work) => takeStep(me, what, work)
    let mailed, answerToKnown

    await step(`${person.chinese_name} asks for a new one`, async () => {
      await page.goto(student(`/forgot-password?lang=${me.language}`))
      await look(me, 'forgotten')
      rows.changes()
      const mail = await mailBy(() => askFor(me, login), person.email, /新密碼|new password/i)
      await look(me, 'asked')
      answerToKnown = await page.locator('.ground').innerText()
      mailed = /\b[a-z][a-z2-9]{10}[2-9]\b/.exec(mail.text)[0]
      assert.ok(mail.html.includes(mailed))
      assert.ok(mail.text.includes(login))
      const changes = rows.changes()
      assert.equal(changes.account, '~1 temporary_password_hash,temporary_password_expires_at')
      assert.equal(changes.outbox, '+1')
    })
    await step('hears the same of an account that nobody has', async () => {
      const before = mails().length
      await askFor(me, 'nobody.has.this')
      assert.equal(await page.locator('.ground').innerText(), answerToKnown)
      assert.deepEqual(rows.changes(), { audit: '+1', idempotency_key: '+1' })
      assert.equal(mails().length, before)
    })
    await step('remembers the old one after all, which still works', async () => {
      await logIn(me, person)
      await logOut(me)
      rows.changes()
    })
    await step('uses the new one and must choose one of their own', async () => {
      await tryToLogIn(me, { ...person, password: mailed })
      await page.waitForURL(/\/individual\/password$/)
      await look(me, 'must-change')
      const changes = rows.changes()
      assert.match(changes.account, /^~1 password_hash,.*must_change_password/)
      for (const place of ['/todo', '/apply/exchange', '/basic-data']) {
        await page.goto(student(place))
        assert.match(page.url(), /\/individual\/password$/, place)
      }
    })
    await step('may not keep the mailed one, nor take the old one again', async () => {
      for (const used of [mailed, person.password]) {
        await changePassword(me, mailed, used)
        await page.locator('.govuk-error-summary a[href="#password"]').waitFor()
      }
      await look(me, 'used-before')
      assert.equal(rows.changes().account, undefined)
    })
    await step('chooses one and logs in with it', async () => {
      await changePassword(me, mailed, OWN)
      await page.waitForURL(/\/individual\/login/)
      await says(page, chinese ? '修改成功, 請重新登入! Success!! Please login again!!'
        : 'Your password has been changed. Log in again.')
      await look(me, 'changed')
      const changes = rows.changes()
      assert.match(changes.account, /^~1 password_hash,temporary_password_expires_at,must_change_password/)
      assert.equal(changes.password_history, '+1')
      await logIn(me, { ...person, password: OWN })
      await logOut(me)
    })
    await step('neither the old one nor the mailed one works any more, on any device', async () => {
      const other = { ...(await visitor({ language: me.language })), name: `${name}-other`, step: 0 }
      await other.page.goto(student(`/login?lang=${me.language}`))
      await isRefused(other, person)
      await look(other, 'refused')
      await isRefused(other, { ...person, password: mailed })
      await other.context.close()
      assert.deepEqual(me.complaints, [])
    })
    await me.context.close()
  })
}
