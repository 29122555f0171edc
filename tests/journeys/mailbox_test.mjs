// A student moves to another mailbox, which counts once it is confirmed from there and which the old
// one may stop.

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { linkIn, mailBy, mails, mailTo } from '../browser/support/mailbox.mjs'
import { RowWatch, sql, student } from '../browser/support/site.mjs'
import { enterMailbox, logIn } from './account_steps.mjs'
import { answer, chooseFromMenu, look, press, says, takeStep } from './steps.mjs'
import { accountHolder } from './people.mjs'

after(closeBrowser)

const WALKS = [
  { name: 'mailbox-no-script', login: 'zhao.yawen', language: 'zh-TW', scripts: false },
  { name: 'mailbox-phone', login: 'gulinaer', language: 'en', width: 390 },
]

const CONFIRM = /\/mailbox\/[\w-]{43}/
const STOP = /\/mailbox\/stop\//

const emailOf = (login) => sql(`SELECT email FROM account WHERE login_name = '${login}'`)[0].email

for (const { name, login, ...ways } of WALKS) {
  test(`a student moves to another mailbox: ${name}`, async () => {
    const person = accountHolder(login)
    const moved = `${login}@moved.example`
    const me = { ...(await visitor(ways)), name, step: 0 }
    const { page } = me
    const chinese = me.language !== 'en'
    const rows = new RowWatch()
    const step = (what, work) => takeStep(me, what, work)
    let first, link, stop

    // Enters a mailbox in the basic data and gives the mails that go there and to the old one.
    async function enter(mailbox) {
      await chooseFromMenu(me, '/basic-data')
      let asked
      const told = await mailBy(async () => {
        asked = await mailBy(() => enterMailbox(page, mailbox, person.password), mailbox, CONFIRM)
      }, person.email, STOP)
      return { asked, told }
    }

    await step(`${person.chinese_name} may not use a mainland provider's`, async () => {
      await logIn(me, person)
      rows.changes()
      await chooseFromMenu(me, '/basic-data')
      await look(me, 'basic-data')
      await answer(page, 'email', 'someone@qq.com')
      await press(page)
      await page.locator('.govuk-error-summary a[href="#email"]').waitFor()
      await look(me, 'mainland-mailbox')
      assert.deepEqual(rows.changes(), {})
    })
    await step('is asked for the password, which a wrong one does not replace', async () => {
      await answer(page, 'email', moved)
      await press(page)
      await page.locator('[name=present_password]').waitFor()
      await look(me, 'password-asked')
      assert.equal(await page.locator('[name=email]').inputValue(), moved)
      await answer(page, 'present_password', 'not-the-password-1')
      await press(page)
      await says(page, chinese ? '目前密碼不正確' : 'The current password is incorrect')
      await look(me, 'password-wrong')
      const changes = rows.changes()
      assert.equal(changes.outbox, undefined)
      assert.equal(changes.mailbox_change, undefined)
      assert.equal(changes.account, '~1 failures')
    })
    await step('enters another, which does not count yet', async () => {
      first = await enter(moved)
      await says(page, chinese ? '儲存成功!' : /Saved/)
      await look(me, 'waiting')
      await says(page, moved)
      assert.equal(emailOf(login), person.email)
      const changes = rows.changes()
      assert.equal(changes.account_token, '+1')
      assert.equal(changes.outbox, '+2')
      assert.equal(changes.mailbox_change, '+1')
      assert.equal(changes.account, undefined)
      assert.doesNotMatch(first.told.text, /moved\.example/)
    })
    await step('thinks better of it and cancels it', async () => {
      await page.locator('form[action$="/cancel-mailbox"] button').click()
      await says(page, chinese ? '已取消變更' : 'The change has been cancelled')
      await look(me, 'cancelled')
      assert.equal(await page.locator('form[action$="/cancel-mailbox"]').count(), 0)
      assert.deepEqual(rows.changes(),
        { account_token: '~1 used_at', audit: '+1', idempotency_key: '+1' })
    })
    await step('asks again, and the old mailbox stops it without a login', async () => {
      const link = linkIn((await enter(moved)).told, STOP)
      const old = { ...(await visitor(ways)), name: `${name}-old`, step: 0 }
      rows.changes()
      await old.page.goto(link)
      await look(old, 'stop')
      assert.deepEqual(rows.changes(), {})
      await press(old.page)
      await old.page.locator('main [role=status]').waitFor()
      await look(old, 'stopped')
      assert.deepEqual(rows.changes(),
        { account_token: '~1 used_at', audit: '+1', mailbox_change: '~1 objected_at' })
      await old.context.close()
    })
    await step('asks again: the link in the first mail no longer holds', async () => {
      const { asked, told } = await enter(moved)
      link = linkIn(asked, CONFIRM)
      stop = linkIn(told, STOP)
      await page.goto(linkIn(first.asked, CONFIRM))
      await look(me, 'link-replaced')
      assert.equal(await page.locator('main form').count(), 0)
      assert.equal(emailOf(login), person.email)
      rows.changes()
    })
    await step('opens the link: looking alone changes nothing', async () => {
      await page.goto(link)
      await look(me, 'confirm')
      await says(page, moved)
      assert.deepEqual(rows.changes(), {})
    })
    await step('confirms it', async () => {
      await press(page)
      await page.locator('main [role=status]').waitFor()
      await look(me, 'confirmed')
      assert.equal(emailOf(login), moved)
      assert.deepEqual(rows.changes(), { account: '~1 email', account_token: '~1 used_at',
        audit: '+1', mailbox_change: '~1 confirmed_at', outbox: '+2' })
      await mailTo(person.email, /已變更電子郵件信箱|email address of your account was changed/i)
      await mailTo(moved, /新電子郵件信箱已確認|new email address is confirmed/i)
    })
    await step('cannot use the link twice', async () => {
      await page.goto(link)
      assert.equal(await page.locator('main form').count(), 0)
      assert.deepEqual(rows.changes(), {})
    })
    await step('gets the next mail at the new mailbox, and none at the old one', async () => {
      const before = mails(person.email).length
      const again = { ...(await visitor({ ...ways, scripts: false })), name: `${name}-again`, step: 0 }
      await logIn(again, { ...person, email: moved })
      await mailTo(moved, /一次性登入碼|one-time code/i)
      assert.equal(mails(person.email).length, before)
      await again.context.close()
    })
    await step('the old mailbox objects: what recovers the account goes there for the time being', async () => {
      rows.changes()
      await page.goto(stop)
      await look(me, 'objection')
      assert.deepEqual(rows.changes(), {})
      await press(page)
      await page.locator('main [role=status]').waitFor()
      await look(me, 'objected')
      assert.equal(rows.changes().mailbox_change, '~1 objected_at,recovers_until')
      assert.equal(emailOf(login), moved)
      const before = mails(moved).length
      await page.goto(student('/forgot-password'))
      await answer(page, 'login_name', login)
      const pattern = /新登入密碼通知|Your new password/
      await mailBy(() => press(page), person.email, pattern)
      assert.equal(mails(moved).length, before)
      await page.goto(student('/basic-data'))
      await look(me, 'objected-basic-data')
      await says(page, chinese ? '提出異議' : 'An objection to the change was made')
      assert.deepEqual(me.complaints, [])
    })
    await me.context.close()
  })
}
