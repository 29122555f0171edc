// A student moves to another mailbox, which counts once it is confirmed from there.

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { linkIn, mailBy, mails, mailTo } from '../browser/support/mailbox.mjs'
import { RowWatch, sql } from '../browser/support/site.mjs'
import { logIn } from './account_steps.mjs'
import { answer, chooseFromMenu, look, press, says, takeStep } from './steps.mjs'
import { accountHolder } from './people.mjs'

after(closeBrowser)

const WALKS = [
  { name: 'mailbox-no-script', login: 'zhao.yawen', language: 'zh-TW', scripts: false },
  { name: 'mailbox-phone', login: 'gulinaer', language: 'en', width: 390 },
]

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
    let first, link

    // Enters a mailbox in the basic data and gives the mail that goes there.
    async function enter(mailbox) {
      await chooseFromMenu(me, '/basic-data')
      await answer(page, 'email', mailbox)
      return mailBy(() => press(page), mailbox, /\/mailbox\//)
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
    await step('enters another, which does not count yet', async () => {
      first = await enter(moved)
      await says(page, chinese ? '儲存成功!' : /Saved/)
      await look(me, 'waiting')
      await says(page, moved)
      assert.equal(emailOf(login), person.email)
      const changes = rows.changes()
      assert.equal(changes.account_token, '+1')
      assert.equal(changes.outbox, '+1')
      assert.equal(changes.account, undefined)
    })
    await step('asks again: the link in the first mail no longer holds', async () => {
      link = linkIn(await enter(moved), /\/mailbox\//)
      await page.goto(linkIn(first, /\/mailbox\//))
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
      assert.deepEqual(rows.changes(),
        { account: '~1 email', account_token: '~1 used_at', audit: '+1', outbox: '+1' })
      await mailTo(person.email, /變更電子郵件信箱|mailbox of your account was changed/i)
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
      assert.deepEqual(me.complaints, [])
    })
    await me.context.close()
  })
}
