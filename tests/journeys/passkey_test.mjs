// Students add a passkey to their account, log in with it and remove it; Chromium's virtual
// authenticator stands in for the device.

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { mailBy } from '../browser/support/mailbox.mjs'
import { RowWatch, sql, student } from '../browser/support/site.mjs'
import { logIn, logOut } from './account_steps.mjs'
import { accountHolder } from './people.mjs'
import { answer, chooseFromMenu, look, press, says, takeStep } from './steps.mjs'

after(closeBrowser)

// A device of the page's: a passkey stays on it, and the fingerprint is right until told otherwise.
async function deviceOf({ context, page }) {
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true,
    },
  })
  return {
    recognises: (isUserVerified) =>
      session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    passkeys: async () =>
      (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  }
}

const WALKS = [
  { name: 'passkey-desk', login: 'lin.xiaoyu', language: 'zh-TW',
    words: { device: '我的電腦𠮷', none: '尚未新增', added: '通行密鑰已新增', removed: '通行密鑰已移除',
      known: '本裝置已有', failed: '瀏覽器未建立', gave: '瀏覽器未提供', refused: '無法以此通行密鑰登入',
      wrong: '目前密碼', mailed: /已新增通行密鑰/, mailedRemoval: /已移除通行密鑰/ } },
  { name: 'passkey-phone', login: 'hu.xinyi', language: 'en', width: 390,
    words: { device: 'My phone', none: 'not added a passkey yet', added: 'The passkey was added',
      removed: 'The passkey was removed', known: 'already has a passkey', failed: 'did not create',
      gave: 'did not offer', refused: 'We could not log you in', wrong: 'current password',
      mailed: /passkey was added/, mailedRemoval: /passkey was removed/ } },
]

const LOGIN = '[data-passkey-login] button'

for (const { name, login, words, ...ways } of WALKS) {
  test(`a student logs in with a passkey: ${name}`, async () => {
    const person = accountHolder(login)
    const me = { ...(await visitor(ways)), name, step: 0 }
    const { page } = me
    const device = await deviceOf(me)
    const rows = new RowWatch()
    const step = (what, work) => takeStep(me, what, work)
    const passkeys = () => sql(`SELECT name, sign_count, last_used_at FROM passkey
      WHERE account_id = ${person.account}`)

    await step('finds the page in the menu', async () => {
      await logIn(me, person)
      await chooseFromMenu(me, '/passkeys')
      await says(page, words.none)
      await look(me, 'none')
      await press(page)
      await page.waitForURL(/\/passkeys\/new$/)
    })
    await step('must know the password', async () => {
      rows.changes()
      await answer(page, 'passkey_name', words.device)
      await answer(page, 'present_password', 'not-7-the-password')
      await press(page)
      await page.locator('.govuk-error-summary', { hasText: words.wrong }).waitFor()
      await look(me, 'wrong-password')
      assert.deepEqual(rows.changes(), { account: '~1 failures', audit: '+1' })
      assert.equal(await page.locator('[name=passkey_name]').inputValue(), words.device)
      await answer(page, 'present_password', person.password)
      await press(page)
      await page.locator('[data-passkey-create]').waitFor()
      await look(me, 'create')
    })
    await step('is not recognised by the device, and tries again', async () => {
      await device.recognises(false)
      await press(page)
      await says(page, words.failed)
      await look(me, 'not-created')
      assert.deepEqual(rows.changes(), {})
      await device.recognises(true)
      const mail = await mailBy(async () => {
        await press(page)
        await page.waitForURL(/\/passkeys\?done=added$/)
      }, person.email, words.mailed)
      assert.match(mail.text, new RegExp(words.device))
      await says(page, words.added)
      await says(page, words.device)
      await look(me, 'added')
      assert.deepEqual(rows.changes(), { audit: '+1', idempotency_key: '+1', outbox: '+1',
        passkey: '+1', passkey_challenge: '+1' })
      assert.equal((await device.passkeys()).length, 1)
    })
    await step('cannot add another of the same device', async () => {
      await press(page)
      await answer(page, 'passkey_name', 'again')
      await answer(page, 'present_password', person.password)
      await press(page)
      await press(page, '[data-passkey-create] button')
      await says(page, words.known)
      await look(me, 'known')
      assert.equal(passkeys().length, 1)
    })
    await step('logs in with it, and comes to the page that was asked for', async () => {
      await logOut(me)
      await page.goto(student('/announcements'))
      await page.locator(LOGIN).waitFor()
      await look(me, 'login')
      await device.recognises(false)
      await page.locator(LOGIN).click()
      await says(page, words.gave)
      await device.recognises(true)
      rows.changes()
      await page.locator(LOGIN).click()
      await page.waitForURL((url) => url.pathname.endsWith('/announcements'))
      assert.deepEqual(rows.changes(), { account: '~1 last_login_at,idle_since', audit: '+1',
        passkey: '~1 sign_count,last_used_at', passkey_challenge: '+1' })
      await chooseFromMenu(me, '/passkeys')
      await look(me, 'used')
    })
    await step('logs in a second time, as its counter goes up', async () => {
      const [{ sign_count: before }] = passkeys()
      await logOut(me)
      await page.locator(LOGIN).click()
      await page.waitForURL(/\/todo$/)
      assert.ok(Number(passkeys()[0].sign_count) > Number(before))
    })
    await step('removes it', async () => {
      await page.goto(student('/passkeys'))
      await page.locator('main a[href$="/remove"]').click()
      await look(me, 'remove')
      rows.changes()
      await mailBy(() => press(page, '.govuk-button--warning'), person.email, words.mailedRemoval)
      await says(page, words.removed)
      await look(me, 'removed')
      assert.deepEqual(rows.changes(),
        { audit: '+1', idempotency_key: '+1', outbox: '+1', passkey: '-1' })
    })
    await step('is refused with it then, and comes in by the password', async () => {
      await logOut(me)
      rows.changes()
      await page.locator(LOGIN).click()
      await page.waitForURL(/done=passkey-refused/)
      await says(page, words.refused)
      await look(me, 'refused')
      assert.deepEqual(rows.changes(), { audit: '+1', passkey_challenge: '+1' })
      await logIn(me, person)
      assert.deepEqual(me.complaints, [])
    })
    await me.context.close()
  })
}

test('where there are no scripts, passkeys are not offered', async () => {
  const person = accountHolder('lin.xiaoyu')
  const me = { ...(await visitor({ language: 'en', scripts: false, width: 390 })),
    name: 'passkey-plain', step: 0 }
  const { page } = me
  await takeStep(me, 'the login page shows no button', async () => {
    await page.goto(student('/login'))
    await page.locator('[data-passkey-login]').waitFor({ state: 'attached' })
    assert.equal(await page.locator(LOGIN).isVisible(), false)
    await logIn(me, person)
  })
  await takeStep(me, 'the page of passkeys says what is needed', async () => {
    await chooseFromMenu(me, '/passkeys')
    await says(page, 'with JavaScript turned on')
    assert.equal(await page.locator('[data-passkey-offer]').isVisible(), false)
    await look(me, 'not-offered')
    assert.deepEqual(me.complaints, [])
  })
  await me.context.close()
})
